/** Sums over the leaves below areas, taken by the database and told as core tells a total (`totalOverAreas`). */
import { type Total, totalFrom, totalOverAreas } from '#core/aggregation/total.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { absent } from '#core/quantity/cell-value.ts'
import { canonicalText, exact } from '#core/quantity/exact.ts'
import { inCodeOrder } from '#core/quantity/text.ts'
import type { Db } from '../platform/database.ts'
import { figureSlot } from './figure-slot.ts'
import type { MissedStandIns, MissedSums, SumsByParent } from './known-figures.ts'
import { type GroupSum, groupSums, type SummedAs, setSums } from './leaf-sum-queries.ts'
import type { ReadArea, ReadAreas } from './reading-catalogue.ts'

export interface LeafSumsQuery<Wanted> extends SummedAs {
  readonly wanted: readonly Wanted[]
  readonly areas: ReadAreas
}

/** For each one wanted, by the area above. */
export async function leafSums(
  db: Db,
  q: LeafSumsQuery<MissedSums>,
): Promise<readonly (readonly [MissedSums, SumsByParent])[]> {
  const byVintage = [...Map.groupBy(q.wanted, ({ vintage }) => vintage)]
  const sums = byVintage.map(async ([vintage, wanted]) => {
    const groups = groupsOf(wanted, q.areas)
    const slots = wanted.map(({ slot }) => slot)
    const found = Map.groupBy(await groupSums(db, { ...q, slots, groups, vintage }), ({ slot }) => slot)
    return byParent(wanted, groups, (index, group) => {
      return totalOfGroup(
        group,
        found.get(index)?.find(({ groupId }) => groupId === group.id),
      )
    })
  })
  return (await Promise.all(sums)).flat()
}

/** What stands in for the figures of leaves that gave none: of those alone that gave everything it is made of. */
export async function leafStandIns(
  db: Db,
  q: LeafSumsQuery<MissedStandIns>,
): Promise<readonly (readonly [MissedStandIns, SumsByParent])[]> {
  if (q.wanted.length === 0) return []
  const groups = groupsOf(q.wanted, q.areas)
  const sets = q.wanted.map(({ slot, standIn: { months, before } }) => ({
    whole: months.map((span) => figureSlot({ ...slot, span })),
    without: [slot, ...before.map((span) => figureSlot({ ...slot, span }))],
  }))
  const found = Map.groupBy(await setSums(db, { ...q, sets, groups }), ({ set }) => set)
  return byParent(q.wanted, groups, (index, group) => {
    const { counted = [], amount = '0' } = found.get(index)?.find(({ groupId }) => groupId === group.id) ?? {}
    const codes = counted.flatMap((id) => group.codeOf.get(id) ?? []).sort(inCodeOrder)
    return totalFrom({ missing: [], counted: codes, leftOut: [], invalid: [], amount: exact(canonicalText(amount)) })
  })
}

interface WithParents {
  readonly parentIds: ReadonlySet<number>
}

function groupsOf(wanted: readonly WithParents[], areas: ReadAreas): readonly Group[] {
  const parentIds = [...new Set(wanted.flatMap((one) => [...one.parentIds]))]
  return parentIds.map((id) => groupOf(id, areas.below.get(id)?.leaves ?? []))
}

function byParent<Wanted extends WithParents>(
  wanted: readonly Wanted[],
  groups: readonly Group[],
  totalOf: (index: number, group: Group) => Total<AreaCode>,
): readonly (readonly [Wanted, SumsByParent])[] {
  return wanted.map((one, index) => {
    const own = groups.filter(({ id }) => one.parentIds.has(id))
    return [one, new Map(own.map((group) => [group.id, totalOf(index, group)]))]
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
    amount: exact(canonicalText(sum.amount ?? '0')),
  })
}
