/** Sums over the leaves below areas, taken by the database and told as core tells a total (`totalOverAreas`). */
import { type Total, totalFrom, totalOverAreas } from '#core/aggregation/total.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { absent } from '#core/quantity/cell-value.ts'
import { exact } from '#core/quantity/exact.ts'
import type { Db } from '../platform/database.ts'
import type { MissedSums } from './known-figures.ts'
import { type GroupSum, type GroupSumsQuery, groupSums } from './leaf-sum-queries.ts'
import type { ReadArea, ReadAreas } from './reading-catalogue.ts'

export interface LeafSumsQuery extends Pick<GroupSumsQuery, 'level' | 'orders' | 'viewerAgencyId' | 'at'> {
  readonly wanted: readonly MissedSums[]
  readonly areas: ReadAreas
}

/** For each one wanted, by the area above. */
export async function leafSums(
  db: Db,
  q: LeafSumsQuery,
): Promise<ReadonlyMap<MissedSums, ReadonlyMap<number, Total<AreaCode>>>> {
  const byVintage = [...Map.groupBy(q.wanted, ({ vintage }) => vintage)]
  const sums = await Promise.all(byVintage.map(([vintage, wanted]) => sumsOfVintage(db, { ...q, vintage, wanted })))
  return new Map(sums.flatMap((each) => [...each]))
}

async function sumsOfVintage(db: Db, q: LeafSumsQuery & Pick<GroupSumsQuery, 'vintage'>) {
  const parentIds = [...new Set(q.wanted.flatMap((one) => [...one.parentIds]))]
  const groups = parentIds.map((id) => groupOf(id, q.areas.below.get(id)?.leaves ?? []))
  const slots = q.wanted.map(({ slot }) => slot)
  const found = Map.groupBy(await groupSums(db, { ...q, slots, groups }), ({ slot }) => slot)
  return q.wanted.map((one, index) => {
    const said = new Map((found.get(index) ?? []).map((sum) => [sum.groupId, sum]))
    const wanted = groups.filter(({ id }) => one.parentIds.has(id))
    return [one, new Map(wanted.map((group) => [group.id, totalOfGroup(group, said.get(group.id))]))] as const
  })
}

interface Group {
  readonly id: number
  readonly areaIds: readonly number[]
  readonly codeOf: ReadonlyMap<number, AreaCode>
  readonly codes: readonly AreaCode[]
  readonly ofNobody: Total<AreaCode>
}

function groupOf(id: number, leaves: readonly ReadArea[]): Group {
  const codes = leaves.map(({ code }) => code)
  return {
    id,
    areaIds: leaves.map((leaf) => leaf.id),
    codeOf: new Map(leaves.map((leaf) => [leaf.id, leaf.code])),
    codes,
    ofNobody: totalOverAreas(new Map(codes.map((code) => [code, absent]))),
  }
}

function totalOfGroup(group: Group, sum: GroupSum | undefined): Total<AreaCode> {
  if (sum === undefined) return group.ofNobody
  const has = (ids: readonly number[] | null) => {
    const codes = new Set(ids?.map((id) => group.codeOf.get(id)))
    return (code: AreaCode) => codes.has(code)
  }
  const [isSaid, isLeftOut, isInvalid] = [has(sum.said), has(sum.notApplicable), has(sum.invalid)]
  const said = sum.said === null ? group.codes : group.codes.filter(isSaid)
  const isPlain = sum.notApplicable === null && sum.invalid === null
  return totalFrom({
    missing: sum.said === null ? [] : group.codes.filter((code) => !isSaid(code)),
    counted: isPlain ? said : said.filter((code) => !isLeftOut(code) && !isInvalid(code)),
    leftOut: isPlain ? [] : said.filter(isLeftOut),
    invalid: isPlain ? [] : said.filter(isInvalid),
    amount: exact(sum.amount ?? '0'),
  })
}
