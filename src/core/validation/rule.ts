/**
 * A check rule (quy tắc kiểm tra) as data: a condition that a good report fulfils, where it is asked, and how much it
 * weighs. Rules find, they change nothing: a hard finding has to be put right before submitting, a soft one is shown and
 * may be explained.
 */
export type Severity = 'hard' | 'soft'

/**
 * Where a rule is asked. On a form its readings are row keys (`[a1]`) or cells (`[a1.estimate]`); over indicators they are
 * indicator codes, and `[x]` stands for each indicator of the scope in turn.
 */
export type RuleScope =
  | { readonly kind: 'form'; readonly form: string }
  | { readonly kind: 'indicators'; readonly indicators: readonly string[] }

export interface CheckRule {
  readonly code: string
  readonly version: number
  readonly name: string
  readonly scope: RuleScope
  readonly severity: Severity
  /** In the formula language, canonical: decimal point, `;` between arguments. */
  readonly condition: string
  /** Said before the two sides of a finding; '' for the rule's name. */
  readonly message: string
}

/** Stands for each indicator of a rule's scope. */
export const eachIndicator = 'x'
