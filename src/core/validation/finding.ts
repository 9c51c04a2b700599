/** What a check found at a cell (phát hiện). It decides nothing; `contract` puts it into a sentence. */
import type { RowKey } from '../form/layout.ts'
import type { Severity } from './rule.ts'

/** The last is a rule of the catalogue; its name and message are among the details. */
export const findingCodes = [
  'finding.not-a-number',
  'finding.total-differs',
  'finding.of-which-exceeds-whole',
  'finding.year-to-date-falls',
  'finding.year-to-date-differs',
  'finding.half-year-differs',
  'finding.ten-times',
  'finding.large-change',
  'finding.base-differs',
  'finding.sign-against-word',
  'finding.note-against-figure',
  'finding.rule',
] as const

export type FindingCode = (typeof findingCodes)[number]

export interface Finding {
  readonly row: RowKey
  readonly column: string
  readonly severity: Severity
  readonly code: FindingCode
  /** Code of the catalogue's rule, or of the built-in check; with its version. */
  readonly rule: string
  readonly version: number
  /**
   * Decimal texts of both sides (`left`, `right`), their `difference` and the `tolerance`; the parts of a composed side as
   * they are read (`leftParts`, `rightParts`); places in the report of the other forms that a side has figures from
   * (`leftForms`, `rightForms`); words that the sentence needs; `of` «computed» where the row follows from others and takes
   * no explanation of its own; the explanation that stood beside the cell (`note`), where there was one.
   */
  readonly details: Readonly<Record<string, string>>
}

/** With the explanation kept with its cell; '' is none, and a finding that has it already stays as it is. */
export function explainedBy<F extends Finding>(finding: F, note: string): F {
  if (note.trim() === '' || finding.details.note !== undefined) return finding
  return { ...finding, details: { ...finding.details, note } }
}

/** A finding as it is found. */
export interface FreshFinding extends Finding {
  /** Rows whose figures the sentence tells of: those that its condition reads, of another form under their keys of `otherRowKey`. */
  readonly quotes: readonly RowKey[]
}
