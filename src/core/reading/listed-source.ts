/**
 * Figures that lie in a list: of a file, of a form that is being tried out, of a test. One entry is one figure of record;
 * which of several agencies is believed was settled before.
 */
import { type PlanIssuer, planIssuerNamed, planIssuers } from '../figure/plan-issuer.ts'
import type { Vintage } from '../figure/vintage.ts'
import { type Reference, referenceText } from '../formula/formula.ts'
import type { AreaCode } from '../indicator/indicator.ts'
import type { Period } from '../period/period.ts'
import { spanKey } from '../period/span.ts'
import type { CellValue } from '../quantity/cell-value.ts'
import { inCodeOrder } from '../quantity/text.ts'
import type { ReadingPlace, Scenario } from './place.ts'
import type { FigureSource, KnownFigure } from './source.ts'

export interface ListedFigure {
  readonly reference: Reference
  readonly area: AreaCode
  readonly period: Period
  readonly scenario: Scenario
  /** Null for a plan, and where the list does not say it. */
  readonly vintage: Vintage | null
  readonly value: CellValue
}

/**
 * Best vintage: official, preliminary, one that is not said, estimate; one that is not said also stands in for an
 * estimate that is asked for. The plan in force: one that names no version, else by its issuer (`planIssuers`), else the
 * last by code. A later entry with the same key replaces an earlier one.
 */
export function listedSource<Entry extends ListedFigure>(entries: Iterable<Entry>): FigureSource<Entry> {
  const byPlace = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = placeKey(entry.reference, entry)
    byPlace.set(key, [entry, ...(byPlace.get(key) ?? [])])
  }
  return {
    figureAt: (reference, place) => {
      const here = byPlace.get(placeKey(reference, place)) ?? []
      const entry = place.scenario.kind === 'plan' ? planned(here, place.scenario.version) : actual(here, place.vintage)
      return entry && knownFigure(entry)
    },
  }
}

function placeKey(reference: Reference, { area, period }: Pick<ReadingPlace, 'area' | 'period'>): string {
  return `${referenceText(reference)}|${area}|${spanKey(period.span)}`
}

function knownFigure<Entry extends ListedFigure>(entry: Entry): KnownFigure<Entry> {
  return { value: entry.value, vintage: entry.scenario.kind === 'plan' ? null : entry.vintage, origin: entry }
}

const bestFirst = ['official', 'preliminary', null, 'estimate'] as const

function actual<Entry extends ListedFigure>(entries: readonly Entry[], wanted: Vintage | 'best'): Entry | undefined {
  const vintages = wanted === 'best' ? bestFirst : wanted === 'estimate' ? (['estimate', null] as const) : [wanted]
  const actuals = entries.filter(({ scenario, value }) => scenario.kind === 'actual' && value.kind !== 'absent')
  return vintages.map((vintage) => actuals.find((entry) => entry.vintage === vintage)).find((entry) => entry)
}

function planned<Entry extends ListedFigure>(entries: readonly Entry[], version: string): Entry | undefined {
  const plans = entries.filter(({ value }) => value.kind !== 'absent')
  if (version !== '') return plans.find(({ scenario }) => isVersion(scenario, version))
  return [...plans].filter(({ scenario }) => scenario.kind === 'plan').sort(byForce)[0]
}

function isVersion(scenario: Scenario, wanted: string): boolean {
  if (scenario.kind !== 'plan') return false
  const issuer = planIssuerNamed(wanted)
  return scenario.version === wanted || (issuer !== undefined && planIssuerNamed(scenario.version) === issuer)
}

function byForce(a: ListedFigure, b: ListedFigure): number {
  const [left, right] = [versionOf(a), versionOf(b)]
  return forceOf(right) - forceOf(left) || inCodeOrder(right, left)
}

function versionOf({ scenario }: ListedFigure): string {
  return scenario.kind === 'plan' ? scenario.version : ''
}

function forceOf(version: string): number {
  if (version === '') return planIssuers.length
  const issuer: PlanIssuer | undefined = planIssuerNamed(version)
  return issuer === undefined ? -1 : planIssuers.indexOf(issuer)
}
