/** Reading what is derived: after one figure has changed, and of a whole year for every area. */
import { dependenciesOf } from '#core/formula/dependents.ts'
import type { Formula } from '#core/formula/formula.ts'
import { parse } from '#core/formula/parser.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { canonicalLabel, contains, type Period, type PeriodKind, periodsOfYear, yearOf } from '#core/period/period.ts'
import type { Calendar } from '#core/period/span.ts'
import { invariant } from '#core/quantity/invariant.ts'
import type { Reading } from '#core/reading/reading.ts'
import { type Catalogue, loadCatalogue } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { type ReadAs, readFigures } from './read-figures.ts'
import type { ReportedOrigin } from './recorded-figure.ts'

export interface ChangedFigure {
  readonly indicator: string
  readonly area: AreaCode
  readonly period: Period
}

const kinds: readonly PeriodKind[] = ['month', 'quarter', 'halfYear', 'nineMonths', 'year', 'yearToDate']

/**
 * What a figure's change may change: the indicator itself and those that hang on it, at its area and those above, in its
 * period and the periods of its year that contain it. What looks back on it from later periods is not among them.
 */
export async function readHangingOn(
  db: Db,
  as: ReadAs,
  changed: ChangedFigure,
): Promise<readonly Reading<ReportedOrigin>[]> {
  const catalogue = await loadCatalogue(db, as.on)
  const codes = [changed.indicator, ...hangingOn(catalogue, changed.indicator)]
  const { period } = changed
  const named = kinds.flatMap((kind) => periodsOfYear(kind, yearOf(period), period.calendar))
  const inYear = named.filter(({ label, span }) => canonicalLabel(span) === label)
  return readAll(db, as, {
    codes,
    areas: areasAbove(catalogue, changed.area),
    periods: [period, ...inYear.filter((whole) => whole.label !== period.label && contains(whole, period))],
  })
}

/** Every indicator with a formula, for every area, in every month of the year: nothing of it is stored. */
export async function readDerivedOfYear(
  db: Db,
  as: ReadAs,
  { year, calendar }: { readonly year: number; readonly calendar: Calendar },
): Promise<readonly Reading<ReportedOrigin>[]> {
  const catalogue = await loadCatalogue(db, as.on)
  return readAll(db, as, {
    codes: [...formulasOf(catalogue).keys()],
    areas: [...catalogue.areas.values()].map(({ code }) => code as AreaCode),
    periods: periodsOfYear('month', year, calendar),
  })
}

interface ToRead {
  readonly codes: readonly string[]
  readonly areas: readonly AreaCode[]
  readonly periods: readonly Period[]
}

function readAll(db: Db, as: ReadAs, { codes, areas, periods }: ToRead): Promise<readonly Reading<ReportedOrigin>[]> {
  const way = { scenario: { kind: 'actual' }, vintage: 'best' } as const
  return readFigures(db, as, (reader) =>
    codes.flatMap((code) =>
      periods.flatMap((period) => areas.map((area) => reader.read({ code, members: [] }, { ...way, area, period }))),
    ),
  )
}

function hangingOn(catalogue: Catalogue, indicator: string): readonly string[] {
  const found = dependenciesOf(formulasOf(catalogue))
  invariant(found.ok, 'formulas of the catalogue do not go in circles')
  return found.dependencies.dependentsOf([indicator])
}

function formulasOf(catalogue: Catalogue): ReadonlyMap<string, Formula> {
  return new Map(
    [...catalogue.indicators.values()].flatMap(({ code, formula }) => {
      const parsed = formula === '' ? undefined : parse(formula)
      return parsed?.ok ? [[code, parsed.ast] as const] : []
    }),
  )
}

function areasAbove(catalogue: Catalogue, area: AreaCode): readonly AreaCode[] {
  const row = catalogue.areas.get(catalogue.areaIds.get(area) ?? 0)
  const above = row && catalogue.areas.get(row.parentId ?? 0)
  return [area, ...(above ? areasAbove(catalogue, above.code as AreaCode) : [])]
}
