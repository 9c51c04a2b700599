/**
 * The formula as typed, computed here by the evaluator that the server has too, over the readings that the server took for
 * it. While the text changes and needs no other reading, the result follows at once.
 */
import type { ComputedValue, Trial, TrialCell, TrialInput } from '#contract/explanation.ts'
import { compile } from '#core/formula/compile.ts'
import { parse } from '#core/formula/parser.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { period, yearOf, yearPeriod } from '#core/period/period.ts'
import { exact, toText } from '#core/quantity/exact.ts'
import { none, type Outcome } from '#core/quantity/outcome.ts'
import { calculateAt } from '#core/reading/by-formula.ts'
import type { Engine } from '#core/reading/derivation.ts'
import { type ReadingPlace, readingKey } from '#core/reading/place.ts'

/** Undefined where the text is no formula, or needs a reading that was not taken yet. */
export function evaluateTrial(formula: string, trial: Trial, cell: TrialCell): ComputedValue | undefined {
  const parsed = parse(formula)
  const compiled = parsed.ok ? compile(parsed.ast, parsed.places, 'places') : undefined
  if (!compiled?.ok || compiled.formula.kind !== 'number') return undefined
  const known = new Map(
    cell.inputs.map((input) => [readingKey(input, placeOf(trial, input)), outcomeOf(input)] as const),
  )
  const asked = { isUnknown: false }
  const read: Engine<unknown>['read'] = (reference, place) => {
    const outcome = known.get(readingKey(reference, place)) ?? known.get(readingKey(reference, inWholeYear(place)))
    if (!outcome && !isOptional(trial, place.area)) asked.isUnknown = true
    return {
      reference,
      place,
      outcome: outcome ?? none('absent', [reference.code]),
      partial: false,
      missing: [],
      how: { kind: 'none' },
    }
  }
  const place = placeOf(trial, { ...cell, vintage: 'best', plan: null })
  const { result } = calculateAt({ catalogue: areasOf(trial), source: silent, read }, compiled.formula, place)
  return asked.isUnknown ? undefined : view(result)
}

/** Where a plan of part of a year is read when only the whole year has one. */
function inWholeYear(place: ReadingPlace): ReadingPlace {
  if (place.scenario.kind !== 'plan') return place
  return { ...place, period: yearPeriod(yearOf(place.period), place.period.calendar) }
}

const silent = { figureAt: () => undefined }

type Placed = Pick<TrialInput, 'area' | 'period' | 'vintage' | 'plan'>

function placeOf({ calendar }: Trial, { area, period: label, vintage, plan }: Placed): ReadingPlace {
  const scenario = plan === null ? ({ kind: 'actual' } as const) : ({ kind: 'plan', version: plan } as const)
  return { area: area as AreaCode, period: period(label, calendar), scenario, vintage }
}

function outcomeOf({ value, lacking }: TrialInput): Outcome {
  if (value.kind === 'number') {
    return { kind: 'number', value: exact(value.value), ...(lacking.length > 0 && { lacking }) }
  }
  return none(value.reason === 'nothing' ? 'invalid' : value.reason, value.of)
}

function view(outcome: Outcome): ComputedValue {
  if (outcome.kind === 'number') return { kind: 'number', value: toText(outcome.value) }
  return { kind: 'none', reason: outcome.reason, of: [...outcome.of] }
}

function isOptional({ areas }: Trial, area: string): boolean {
  return areas.some(({ code, isOptional: may }) => code === area && may)
}

function areasOf(trial: Trial): Engine<unknown>['catalogue'] {
  const { areas } = trial
  return {
    indicator: () => undefined,
    childrenOf: (area) => areas.flatMap(({ code, parent }) => (parent === area ? [code as AreaCode] : [])),
    parentOf: (area) => (areas.find(({ code }) => code === area)?.parent ?? undefined) as AreaCode | undefined,
    nameOf: (area) => areas.find(({ code }) => code === area)?.name ?? area,
    isOptional: (area) => isOptional(trial, area),
  }
}

/** Whether browser and server came to the same: a number to its last digit, or the same reason for none. */
export function isSame(a: ComputedValue, b: ComputedValue): boolean {
  if (a.kind === 'number' || b.kind === 'number')
    return a.kind === b.kind && 'value' in a && 'value' in b && a.value === b.value
  return a.reason === b.reason
}
