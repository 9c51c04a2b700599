/** The formula of a cell over lines or columns of its table, as people read it: with their names, and with their numbers. */
import type { ExplanationNode } from '#contract/explanation.ts'
import { parse } from '#core/formula/parser.ts'
import { inFigures, inWords } from '#core/formula/words.ts'
import { type Stated, shownInput, shownRounded } from '../explanation/index.ts'

/** A line or column that the formula names. */
export interface FormulaInput {
  readonly label: string
  readonly value: Stated
  readonly decimals: number
}

interface FormulaOfCell {
  readonly formula: string
  readonly inputOf: (code: string) => FormulaInput | undefined
  readonly own: Omit<FormulaInput, 'label'>
}

/** Null for a text that is no formula. */
export function cellFormula({ formula, inputOf, own }: FormulaOfCell): ExplanationNode['formula'] {
  const parsed = parse(formula)
  if (!parsed.ok) return null
  const figures = inFigures(
    parsed.ast,
    ({ code }) => inputOf(code)?.value ?? { kind: 'none', reason: 'invalid', of: [] },
    (value, { code }) => shownInput(value, inputOf(code)?.decimals ?? 0),
  )
  return {
    words: inWords(parsed.ast, ({ code }) => inputOf(code)?.label ?? code),
    figures: `${figures} = ${shownRounded(own.value, own.decimals)}`,
  }
}
