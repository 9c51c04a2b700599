/**
 * The whole key of a figure (số liệu): indicator × area × breakdown × span × scenario × vintage, and for a reported
 * value the agency that says it. Two layers hang on it: what each agency reports, and the figure of record chosen among
 * them by precedence at read.
 */
import type { AgencyCode, AreaCode, IndicatorCode } from '../indicator/indicator.ts'
import type { Span } from '../period/span.ts'

/** estimate = ước, preliminary = thực hiện/sơ bộ, official = chính thức. They live side by side. */
export type Vintage = 'estimate' | 'preliminary' | 'official'
export const vintages: readonly Vintage[] = ['estimate', 'preliminary', 'official']

/** `actual`, or the code of a plan version (issuer, act, date). */
export type Scenario = 'actual' | (string & { readonly __brand: 'PlanVersionCode' })

export interface FigureKey {
  readonly indicator: IndicatorCode
  readonly area: AreaCode
  /** '' is the whole; else members as `dimension:member`, sorted, joined by commas. */
  readonly breakdown: string
  readonly span: Span
  readonly scenario: Scenario
  /** null for plans: only actuals have a vintage. */
  readonly vintage: Vintage | null
}

export interface ReportedKey extends FigureKey {
  readonly agency: AgencyCode
}
