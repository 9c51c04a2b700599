/**
 * What would have to be computed again if derived figures were stored: after one figure has changed, and of a whole year for
 * every area. Nothing is stored, so only measuring asks for it.
 */
import { type Formula, operandsOf } from '#core/formula/formula.ts'
import { shiftOf } from '#core/formula/place-functions.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import {
  canonicalLabel,
  contains,
  type Period,
  type PeriodKind,
  periodsOfYear,
  previousPeriod,
  samePeriodLastYear,
  yearOf,
} from '#core/period/period.ts'
import { type Calendar, spanKey } from '#core/period/span.ts'
import type { Reading } from '#core/reading/reading.ts'
import { toDateAt } from '#core/reading/shifted-place.ts'
import { type Catalogue, loadCatalogue } from '#server/catalogue/index.ts'
import { dependenciesIn, formulasIn } from '#server/figures/catalogue-formulas.ts'
import type { ReportedOrigin } from '#server/figures/index.ts'
import { type ReadAs, readFigures } from '#server/figures/index.ts'
import type { Db } from '#server/platform/database.ts'

export interface ChangedFigure {
  readonly indicator: string
  readonly area: AreaCode
  readonly period: Period
}

const kinds: readonly PeriodKind[] = ['month', 'quarter', 'halfYear', 'nineMonths', 'year', 'yearToDate']

/**
 * What a figure's change may change, at its area and those above: the indicator itself and those that hang on it, in its
 * period and the periods of its year that contain it; and in the later periods of its year and the next that look back on
 * these (the period before, the same period last year, the year to date), what looks so with what hangs on that.
 */
export async function readHangingOn(
  db: Db,
  as: ReadAs,
  changed: ChangedFigure,
): Promise<readonly Reading<ReportedOrigin>[]> {
  const catalogue = await loadCatalogue(db, as.on)
  const { period } = changed
  const { codes, lookingBack, looks } = hangingOn(catalogue, changed.indicator)
  const areas = areasAbove(catalogue, changed.area)
  const around = [period, ...namedPeriods(period, 0).filter((it) => it.label !== period.label && contains(it, period))]
  return readAll(db, as, [
    { codes, areas, periods: around },
    { codes: lookingBack, areas, periods: laterPeriods(around, looks) },
  ])
}

/** Every span of the period's year, or of the year after, once: under the label it is known by. */
function namedPeriods(period: Period, yearsLater: 0 | 1): readonly Period[] {
  return kinds
    .flatMap((kind) => periodsOfYear(kind, yearOf(period) + yearsLater, period.calendar))
    .filter(({ label, span }) => canonicalLabel(span) === label)
}

type Look = 'previous' | 'lastYear' | 'yearToDate'

const lookOf: Readonly<Record<Look, (from: Period) => Period>> = {
  previous: previousPeriod,
  lastYear: samePeriodLastYear,
  yearToDate: toDateAt,
}

/** A formula that looks twice may reach as far back as two of its looks do, so there is a round for each. */
function laterPeriods(around: readonly Period[], looks: readonly Look[]): readonly Period[] {
  const [first] = around
  const ahead = first === undefined ? [] : [...namedPeriods(first, 0), ...namedPeriods(first, 1)]
  const reached = new Map(around.map((it) => [spanKey(it.span), it]))
  for (const _ of looks) {
    const found = ahead.filter((it) => looks.some((look) => reached.has(spanKey(lookOf[look](it).span))))
    for (const it of found) reached.set(spanKey(it.span), it)
  }
  return [...reached.values()].slice(around.length)
}

/** Every indicator with a formula, for every area, in every month of the year: nothing of it is stored. */
export async function readDerivedOfYear(
  db: Db,
  as: ReadAs,
  { year, calendar }: { readonly year: number; readonly calendar: Calendar },
): Promise<readonly Reading<ReportedOrigin>[]> {
  const catalogue = await loadCatalogue(db, as.on)
  return readAll(db, as, [
    {
      codes: [...formulasIn(catalogue).keys()],
      areas: [...catalogue.areas.values()].map(({ code }) => code as AreaCode),
      periods: periodsOfYear('month', year, calendar),
    },
  ])
}

interface ToRead {
  readonly codes: readonly string[]
  readonly areas: readonly AreaCode[]
  readonly periods: readonly Period[]
}

function readAll(db: Db, as: ReadAs, wanted: readonly ToRead[]): Promise<readonly Reading<ReportedOrigin>[]> {
  const way = { scenario: { kind: 'actual' }, vintage: 'best' } as const
  return readFigures(db, as, (reader) =>
    wanted.flatMap(({ codes, areas, periods }) =>
      codes.flatMap((code) =>
        periods.flatMap((period) => areas.map((area) => reader.read({ code, members: [] }, { ...way, area, period }))),
      ),
    ),
  )
}

interface HangingOn {
  /** The indicator and all that hang on it. */
  readonly codes: readonly string[]
  /** Those among them that a change reaches from an earlier period, and each look of their formulas. */
  readonly lookingBack: readonly string[]
  readonly looks: readonly Look[]
}

function hangingOn(catalogue: Catalogue, indicator: string): HangingOn {
  const formulas = formulasIn(catalogue)
  const { dependentsOf } = dependenciesIn(catalogue)
  const dependents = dependentsOf([indicator])
  const looksBy = dependents.map((code) => ({ code, looks: looksOf(formulas.get(code)) }))
  const first = looksBy.filter(({ looks }) => looks.length > 0).map(({ code }) => code)
  return {
    codes: [indicator, ...dependents],
    lookingBack: [...new Set([...first, ...dependentsOf(first)])],
    looks: looksBy.flatMap(({ looks }) => looks),
  }
}

/** Each call of the formula that looks back in time. */
function looksOf(formula: Formula | undefined): readonly Look[] {
  if (formula === undefined) return []
  const shift = formula.kind === 'call' ? shiftOf(formula)?.kind : undefined
  const isLook = shift === 'previous' || shift === 'lastYear' || shift === 'yearToDate'
  return [...(isLook ? [shift] : []), ...operandsOf(formula).flatMap(looksOf)]
}

function areasAbove(catalogue: Catalogue, area: AreaCode): readonly AreaCode[] {
  const row = catalogue.areas.get(catalogue.areaIds.get(area) ?? 0)
  const above = row && catalogue.areas.get(row.parentId ?? 0)
  return [area, ...(above ? areasAbove(catalogue, above.code as AreaCode) : [])]
}
