/**
 * Where a formula or a table reads an indicator (ngữ cảnh đọc): everything of a figure's key but the indicator and its
 * breakdown, which the reference names. The functions of the formula language (previous, lastYear, ytd, plan, at,
 * vintage, children) move the place and read their argument there.
 */
import type { Vintage } from '../figure/vintage.ts'
import { type Reference, referenceText } from '../formula/formula.ts'
import type { AreaCode } from '../indicator/indicator.ts'
import type { Period } from '../period/period.ts'
import { spanKey } from '../period/span.ts'

/** `plan` with an issuer or the code of a plan version; '' means whichever plan is in force. */
export type Scenario = { readonly kind: 'actual' } | { readonly kind: 'plan'; readonly version: string }

export interface ReadingPlace {
  readonly area: AreaCode
  /** Its span is the key; the kind only says what `previous` means. */
  readonly period: Period
  readonly scenario: Scenario
  /** `best`: official before preliminary before estimate. Plans have no vintage. */
  readonly vintage: Vintage | 'best'
}

/**
 * One text per reading: two references and places with the same text read the same figure of record. Where a formula
 * reads `previous`, the kind of the period matters besides.
 */
export function readingKey(reference: Reference, place: ReadingPlace): string {
  const scenario = place.scenario.kind === 'actual' ? place.vintage : `plan ${place.scenario.version}`
  return `${referenceText(reference)}|${place.area}|${spanKey(place.period.span)}|${scenario}`
}
