/** When the formulas that hold on a day were given another text, by whom and why. */
import type { FormulaChange } from '#contract/explanation.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import { peopleById } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { type Names, wordsOf } from './formula-words.ts'
import { selectFormulaChanges } from './indicator-queries.ts'

export interface FormulasAsked {
  readonly codes: readonly string[]
  /** The formulas that hold on this day. */
  readonly on: LocalDate
  /** Changes saved later are not known. */
  readonly knownAt: string
  /** For the words of both formulas. */
  readonly names: Names
}

/** Latest first. A version of the reference data was always known and is no change. */
export async function formulaChanges(db: Db, asked: FormulasAsked): Promise<readonly FormulaChange[]> {
  if (asked.codes.length === 0) return []
  const rows = await selectFormulaChanges(db, asked)
  const people = await peopleById(
    db,
    rows.map(({ recordedBy }) => recordedBy),
  )
  return rows.map(({ code, at, validFrom, before, after, reason, recordedBy }) => ({
    label: asked.names.indicators.get(code)?.name ?? code,
    at,
    validFrom,
    before: wordsOf(before, asked.names),
    after: wordsOf(after, asked.names),
    reason,
    by: people.get(recordedBy) ?? null,
  }))
}
