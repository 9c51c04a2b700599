/** What a definition chooses, found in the catalogue: refused as a whole when something is not there or nothing is chosen. */
import { type Problem, problem, type Result, refuse } from '#contract/problems.ts'
import type { Reference } from '#core/formula/formula.ts'
import { referenceName } from '#core/formula/reference-name.ts'
import type { Period } from '#core/period/period.ts'
import { chosenPeriods } from '#core/table/chosen-periods.ts'
import { type AreaChoice, indicatorOfWord, type TableDefinition } from '#core/table/definition.ts'
import type { Catalogue } from '../catalogue/index.ts'

type CatalogueIndicator = Catalogue['indicators'] extends ReadonlyMap<string, infer Indicator> ? Indicator : never
/** With the name of the breakdown it is narrowed to, if any. */
export type ChosenIndicator = CatalogueIndicator & { readonly reference: Reference }
export type ChosenArea = Catalogue['areas'] extends ReadonlyMap<number, infer Area> ? Area : never

export interface Chosen {
  readonly indicators: readonly ChosenIndicator[]
  readonly areas: readonly ChosenArea[]
  readonly periods: readonly Period[]
}

/** More would neither be read by anybody nor answered in time. */
export const mostCells = 20_000

export function chosenOf(definition: TableDefinition, catalogue: Catalogue): Result<Chosen> {
  const periods = chosenPeriods(definition.periods, definition.calendar)
  if (!periods.ok) return refuse(periods.problem.code, periods.problem.details)
  const indicators = definition.indicators.flatMap((word) => {
    const reference = indicatorOfWord(word)
    const found = catalogue.indicators.get(reference.code)
    return found ? [{ ...found, name: referenceName(reference, catalogue), reference }] : []
  })
  const areas = new Map(
    definition.areas.flatMap((choice) => areasOf(choice, catalogue)).map((area) => [area.code, area]),
  )
  const chosen = { indicators, areas: [...areas.values()], periods: periods.periods }
  const unknown = unknownIn(definition, catalogue)
  if (unknown) return { ok: false, problems: [unknown] }
  const excess = excessOf(definition, chosen)
  return excess ? { ok: false, problems: [excess] } : { ok: true, value: chosen }
}

function areasOf(choice: AreaChoice, { areas, areaIds }: Catalogue): readonly ChosenArea[] {
  if (choice.kind === 'one') {
    const one = areas.get(areaIds.get(choice.code) ?? 0)
    return one ? [one] : []
  }
  const level = choice.kind === 'districts' ? 'district' : 'commune'
  const top = areaIds.get(choice.of)
  return [...areas.values()].filter((area) => area.level === level && isBelow(area, top, areas))
}

function isBelow(area: ChosenArea, top: number | undefined, areas: Catalogue['areas']): boolean {
  if (area.parentId === null) return false
  const parent = areas.get(area.parentId)
  return area.parentId === top || (parent !== undefined && isBelow(parent, top, areas))
}

function unknownIn({ indicators, areas }: TableDefinition, catalogue: Catalogue): Problem | undefined {
  const codes = indicators.filter((word) => !catalogue.indicators.has(indicatorOfWord(word).code))
  if (codes.length > 0) return problem('table.indicator-unknown', { codes: codes.join(', ') })
  const places = areas
    .map((choice) => (choice.kind === 'one' ? choice.code : choice.of))
    .filter((code) => !catalogue.areaIds.has(code))
  return places.length > 0 ? problem('table.area-unknown', { codes: places.join(', ') }) : undefined
}

function excessOf(definition: TableDefinition, { indicators, areas, periods }: Chosen): Problem | undefined {
  const lines = indicators.length * areas.length * periods.length
  if (lines === 0) return problem('table.nothing-chosen')
  const cells = lines * definition.readings.length * (1 + definition.comparisons.length)
  if (cells <= mostCells) return undefined
  return problem('table.too-many-cells', {
    cells,
    limit: mostCells,
    indicators: indicators.length,
    areas: areas.length,
    periods: periods.length,
  })
}
