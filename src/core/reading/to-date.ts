/**
 * A year to date that nobody reported (lũy kế), from the nearest earlier one that somebody did and the months since, else
 * from the months since January: see `yearToDateAfter`. A year to date that is itself a revision contains the revision
 * of its last month; one that was an estimate does not.
 */
import { yearToDateAfter } from '../aggregation/year-to-date.ts'
import type { Reference } from '../formula/formula.ts'
import { monthOf, monthsOf, type Period, yearToDate } from '../period/period.ts'
import { type Derived, type Engine, isWhole, reportedAt } from './derivation.ts'
import { missingOf } from './missing.ts'
import type { ReadingPlace } from './place.ts'
import type { Reading } from './reading.ts'

/** Nothing where neither a month nor a year to date of these months is reported at this very area. */
export function byYearToDate<Origin>(
  engine: Engine<Origin>,
  reference: Reference,
  place: ReadingPlace,
): Derived<Origin> | undefined {
  const months = monthsOf(place.period)
  const at = (period: Period, vintage: ReadingPlace['vintage']): ReadingPlace => ({ ...place, period, vintage })
  const isReported = (period: Period) => reportedAt(engine, reference, at(period, 'best')) !== undefined
  const last = months.slice(1, -1).findLastIndex((month) => isReported(yearToDate(month))) + 1
  if (last === 0 && !months.some(isReported)) return undefined
  const before = last === 0 ? undefined : knownBefore(engine, reference, at(months[last] ?? place.period, 'best'))
  const since = months.slice(last === 0 ? 0 : last + 1)
  const added = since.map((month, index) => {
    return engine.read(reference, at(month, index === since.length - 1 ? place.vintage : 'best'))
  })
  return addedTo(before, added, place)
}

/**
 * The same of longer spans that tile it, where the first is a year to date whose last month was revised since: nothing
 * where it was not, for then they add up as any others.
 */
export function byRevisedYearToDate<Origin>(
  engine: Engine<Origin>,
  place: ReadingPlace,
  { parts: [first, ...since] }: { readonly parts: readonly Reading<Origin>[] },
): Derived<Origin> | undefined {
  const month = first && monthsOf(first.place.period).at(-1)
  if (!month || !isYearToDate(first.place.period)) return undefined
  const before = knownBefore(engine, first.reference, { ...place, period: month, vintage: 'best' })
  return before.month && addedTo(before, since, place)
}

type Before<Origin> = ReturnType<typeof knownBefore<Origin>>

function addedTo<Origin>(
  before: Before<Origin> | undefined,
  added: readonly Reading<Origin>[],
  place: ReadingPlace,
): Derived<Origin> {
  const parts = [...(before?.parts ?? []), ...added]
  const outcome = yearToDateAfter(
    before && { yearToDate: before.yearToDate.outcome, month: before.month },
    added.map((reading) => reading.outcome),
  )
  const isUnrevised = isFirstSaid(added.at(-2) ?? before?.unrevised)
  return { outcome, missing: missingOf(parts, place), how: { kind: 'yearToDate', isUnrevised, parts } }
}

/** Since January, of more than a month. */
export function isYearToDate(period: Period): boolean {
  const months = monthsOf(period).length
  return months > 1 && months === monthOf(period)
}

/** The year to date of a month as reported, with that month's estimate and revision where the revision came later. */
function knownBefore<Origin>(engine: Engine<Origin>, reference: Reference, month: ReadingPlace) {
  const toDate = engine.read(reference, { ...month, period: yearToDate(month.period) })
  if (!isFirstSaid(toDate)) return { yearToDate: toDate, month: undefined, unrevised: undefined, parts: [toDate] }
  const estimate = engine.read(reference, { ...month, vintage: 'estimate' })
  const revised = (['official', 'preliminary'] as const)
    .map((vintage) => engine.read(reference, { ...month, vintage }))
    .find((reading) => isWhole(reading.outcome))
  if (!revised) return { yearToDate: toDate, month: undefined, unrevised: estimate, parts: [toDate] }
  return {
    yearToDate: toDate,
    month: { estimate: estimate.outcome, revised: revised.outcome },
    unrevised: undefined,
    parts: [toDate, estimate, revised],
  }
}

/** Still what was said first: an estimate, or a figure whose source does not know its vintage. */
function isFirstSaid(reading: Reading | undefined): boolean {
  if (reading?.how.kind !== 'reported') return false
  const { vintage } = reading.how.figure
  return vintage === null || vintage === 'estimate'
}
