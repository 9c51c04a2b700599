/** Every indicator as it is on a day, for the page that lists them and the completion of the formula editor. */
import type { IndicatorList, IndicatorSummary } from '#contract/catalogue.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import type { Db } from '../platform/database.ts'
import { selectGroups, selectToday } from './indicator-queries.ts'
import { type Catalogue, type CatalogueIndicator, loadCatalogue } from './readings.ts'

/** By group and code, as the province's own list has them. */
export async function indicatorList(db: Db, asked: LocalDate | undefined): Promise<IndicatorList> {
  const on = asked ?? (await selectToday(db))
  const catalogue = await loadCatalogue(db, on)
  const groups = await selectGroups(db)
  const rank = new Map(groups.map(({ code }, at) => [code, at]))
  const codeOf = codesById(catalogue)
  const indicators = [...catalogue.indicators.values()].map((one) => summaryOf(one, catalogue, codeOf))
  const placeOf = ({ group }: IndicatorSummary) => rank.get(group) ?? groups.length
  indicators.sort((a, b) => placeOf(a) - placeOf(b) || collator.compare(a.code, b.code))
  const breakdowns = [...catalogue.breakdowns].map(([code, name]) => ({ code, name }))
  return { on, groups, indicators, breakdowns, plans: catalogue.plans.map(({ code }) => code) }
}

/** NN.2 before NN.10. */
const collator = new Intl.Collator('en', { numeric: true })

export function codesById({ indicators }: Catalogue): ReadonlyMap<number, string> {
  return new Map([...indicators.values()].map(({ id, code }) => [id, code]))
}

export function groupOf(code: string): string {
  return code.split('.')[0] ?? code
}

function summaryOf(
  it: CatalogueIndicator,
  { agencies }: Catalogue,
  codeOf: ReadonlyMap<number, string>,
): IndicatorSummary {
  const owner = it.ownerAgencyId === null ? undefined : agencies.get(it.ownerAgencyId)
  return {
    code: it.code,
    name: it.name,
    measure: it.measure,
    decimals: it.decimals,
    group: groupOf(it.code),
    parent: it.parentId === null ? null : (codeOf.get(it.parentId) ?? null),
    valueKind: it.valueKind as IndicatorSummary['valueKind'],
    nature: it.nature,
    areaAggregation: it.areaAggregation,
    direction: it.direction,
    isPublishedAsIs: it.isPublishedAsIs,
    formula: it.formula,
    owner: owner ? { code: owner.code, shortName: owner.shortName } : null,
  }
}
