/**
 * The one reading engine: what an indicator says at a place (area, period, scenario, vintage), whoever asks: table,
 * explorer, check, explanation, browser. The figure of record comes first; what nobody reported is derived, in this order:
 *   1 the figure of record at exactly this place; a plan of part of a year else from the plan of the whole year
 *   2 an indicator that is published as it is stops here: never summed, recomputed, rolled up or restated
 *   3 the indicator's own formula over its inputs at this place
 *   4 a flow since January by the rule of the year to date          (never for plans)
 *   5 over time, by nature: a flow sums up, a stock takes the end   (never for plans)
 *   6 over the areas below, for what adds up over areas
 * The first that gives a whole number, or a reason that no later figure can lift, is the reading; else the first partial
 * sum; else the first that says what is missing.
 */
import { adjusted } from '../aggregation/adjustment.ts'
import type { LogicFormula, NumberFormula } from '../formula/compile.ts'
import { type Reference, referenceText } from '../formula/formula.ts'
import type { Verdict } from '../formula/verdict.ts'
import type { AreaCode } from '../indicator/indicator.ts'
import { monthsOf, yearOf, yearPeriod } from '../period/period.ts'
import { isAwaited } from '../quantity/add-up.ts'
import { none, type Outcome, outcomeOf } from '../quantity/outcome.ts'
import { byOwnFormula, calculateAt, goesInCircles, judgeAt } from './by-formula.ts'
import { type Asked, type Derived, type Engine, isUnsettled, reportedAt, type Wanted } from './derivation.ts'
import { missingItself, missingLabel, missingOf } from './missing.ts'
import { areasTogether, overAreas } from './over-areas.ts'
import { overTime } from './over-time.ts'
import { type ReadingPlace, readingKey } from './place.ts'
import type { Computation, Derivation, MissingPart, Reading } from './reading.ts'
import type { FigureSource, ReadingCatalogue } from './source.ts'
import { byRevisedYearToDate, byYearToDate, isYearToDate } from './to-date.ts'

/** A condition at a place: whether it holds, or why that cannot be told, and the readings it was judged from. */
export interface Judgement<Origin = unknown> {
  readonly place: ReadingPlace
  readonly verdict: Verdict
  readonly missing: readonly MissingPart[]
  readonly how: Derivation<Origin>
}

export interface Reader<Origin = unknown> {
  read(reference: Reference, place: ReadingPlace): Reading<Origin>
  /**
   * Areas taken together, as a table sums a line over its districts or over a group of areas; `place` names the whole,
   * which need not be an area. What does not add up over areas is the caller's to leave out.
   */
  together(reference: Reference, place: ReadingPlace, areas: readonly AreaCode[]): Computation<Origin>
  /** A free formula, compiled for the scope `places`. */
  evaluate(formula: NumberFormula, place: ReadingPlace): Computation<Origin>
  judge(formula: LogicFormula, place: ReadingPlace): Judgement<Origin>
}

/** By the code of the indicator, then by the reader's own keys. */
export type ReadingsByCode<Origin> = Map<string, Map<string, Reading<Origin>>>

/**
 * Reads from one state of the catalogue and the source; every reading is derived once, so open a new reader when figures
 * have changed. `kept` are readings of an earlier reader to which the same holds, and this one adds to them: a source that
 * comes to know more has the rest derived anew. Formulas that use each other in a circle, which the catalogue refuses, give
 * `invalid`.
 */
export function openReader<Origin>(
  catalogue: ReadingCatalogue,
  source: FigureSource<Origin>,
  kept: ReadingsByCode<Origin> = new Map(),
): Reader<Origin> {
  const assumed: ReadingsByCode<Origin> = new Map()
  let uses = 0
  const doubts = () => uses + (source.assumed?.() ?? 0)
  const open = new Set<string>()
  const read = (reference: Reference, place: ReadingPlace, asked: Asked = 'asSuch'): Reading<Origin> => {
    const key = `${readingKey(reference, place)}|${place.period.kind}|${asked}`
    const found = kept.get(reference.code)?.get(key)
    if (found) return found
    const onAssumption = assumed.get(reference.code)?.get(key)
    if (onAssumption) {
      uses += 1
      return onAssumption
    }
    if (open.has(key)) return readingOf({ reference, place, asked }, circle(reference))
    open.add(key)
    const before = doubts()
    const reading = derive(engine, { reference, place, asked })
    open.delete(key)
    const readings = doubts() === before ? kept : assumed
    const ofCode = readings.get(reference.code) ?? new Map<string, Reading<Origin>>()
    readings.set(reference.code, ofCode.set(key, reading))
    return reading
  }
  const engine: Engine<Origin> = { catalogue, source, read }
  return {
    read: (reference, place) => read(reference, place),
    together: (reference, place, areas) => settled(place, areasTogether(engine, areas, { reference, place })),
    evaluate: (formula, place) => {
      const { result, how } = calculateAt(engine, formula, place)
      return settled(place, { outcome: result, missing: missingOf(how.parts, place), how })
    },
    judge: (formula, place) => {
      const { result: verdict, how } = judgeAt(engine, formula, place)
      return { place, verdict, missing: verdict.kind === 'none' ? missingOf(how.parts, place) : [], how }
    },
  }
}

/** With the amounts that the source lays over it: they change a number and never make one. */
function derive<Origin>(engine: Engine<Origin>, wanted: Wanted): Reading<Origin> {
  const { reference, place } = wanted
  const reading = deriveSaid(engine, wanted)
  const amounts = engine.source.amountsOver?.(reference, place) ?? []
  if (amounts.length === 0 || reading.outcome.kind === 'none') return reading
  return { ...reading, outcome: adjusted(reading.outcome, amounts), said: reading.outcome }
}

function deriveSaid<Origin>(engine: Engine<Origin>, wanted: Wanted): Reading<Origin> {
  const { reference, place } = wanted
  const figure = reportedAt(engine, reference, place)
  if (figure) {
    const outcome = outcomeOf(figure.value, referenceText(reference))
    return readingOf(wanted, { outcome, missing: [], how: { kind: 'reported', figure } })
  }
  if (place.scenario.kind === 'plan' && monthsOf(place.period).length < 12) {
    const year = yearPeriod(yearOf(place.period), place.period.calendar)
    return engine.read(reference, { ...place, period: year })
  }
  return readingOf(wanted, firstSettled(ways(engine, wanted)) ?? nothingSaid(wanted))
}

/** The ways of coming to a figure that nobody reported, in order; each says nothing where it does not apply. */
function ways<Origin>(engine: Engine<Origin>, wanted: Wanted): readonly (() => Derived<Origin> | undefined)[] {
  const { reference, place, asked } = wanted
  const indicator = engine.catalogue.indicator(reference.code)
  if (indicator?.isPublishedAsIs) return []
  const nature = indicator?.nature ?? (asked === 'toDate' ? 'flow' : null)
  const isActual = place.scenario.kind === 'actual'
  return [
    () => {
      const found = indicator && byOwnFormula(engine, indicator, wanted)
      if (!found || (indicator.areaAggregation === 'sum' && found.parts.every(isUnsaid))) return undefined
      return { ...found, missing: isUnsettled(found.outcome) ? missingOf(found.parts, place) : [] }
    },
    () => {
      const applies = isActual && nature === 'flow' && isYearToDate(place.period)
      return applies ? byYearToDate(engine, reference, place) : undefined
    },
    () => {
      const found = isActual && nature ? overTime(engine, nature, wanted) : undefined
      if (!found || nature !== 'flow' || !isYearToDate(place.period)) return found
      return isUnsettled(found.outcome) ? undefined : (byRevisedYearToDate(engine, place, found) ?? found)
    },
    () => indicator && overAreas(engine, indicator, wanted),
  ]
}

/** A total of whose parts nobody has said anything is missing itself: it may be reported as well as they. */
function isUnsaid({ outcome }: Reading): boolean {
  return isAwaited(outcome)
}

function firstSettled<Origin>(each: readonly (() => Derived<Origin> | undefined)[]): Derived<Origin> | undefined {
  let best: Derived<Origin> | undefined
  for (const derivation of each) {
    const found = derivation()
    if (!found) continue
    if (!isUnsettled(found.outcome)) return found
    if (!best || (best.outcome.kind === 'none' && found.outcome.kind === 'number')) best = found
  }
  return best
}

function nothingSaid<Origin>({ reference, place }: Wanted): Derived<Origin> {
  return { outcome: none('absent'), missing: [missingItself(reference, place)], how: { kind: 'none' } }
}

function circle<Origin>(reference: Reference): Derived<Origin> {
  return { outcome: goesInCircles(reference), missing: [], how: { kind: 'none' } }
}

function readingOf<Origin>({ reference, place }: Wanted, derived: Derived<Origin>): Reading<Origin> {
  return { reference, ...settled(place, derived) }
}

/** What is missing counts only where it keeps the outcome from being whole, and then names it. */
function settled<Origin>(place: ReadingPlace, { outcome, missing, how }: Derived<Origin>): Computation<Origin> {
  if (!isUnsettled(outcome)) return { place, outcome, partial: false, missing: [], how }
  const labels = missing.map((part) => missingLabel(part, place))
  return { place, outcome: named(outcome, labels), partial: outcome.kind === 'number', missing, how }
}

function named(outcome: Outcome, labels: readonly string[]): Outcome {
  if (labels.length === 0) return outcome
  return outcome.kind === 'number' ? { ...outcome, lacking: labels } : none(outcome.reason, labels)
}
