/** A formula of the catalogue read aloud, and how the formulas of all indicators hang together. */
import { type Formula, references } from '#core/formula/formula.ts'
import { parse } from '#core/formula/parser.ts'
import { referenceName } from '#core/formula/reference-name.ts'
import { inWords } from '#core/formula/words.ts'
import type { Catalogue } from './readings.ts'

export type Names = Pick<Catalogue, 'indicators' | 'breakdowns'>

/** '' for a text that cannot be read; a code the catalogue lacks stands for itself. */
export function wordsOf(formula: string, names: Names): string {
  const parsed = parse(formula)
  return parsed.ok ? inWords(parsed.ast, (reference) => referenceName(reference, names)) : ''
}

/** Indicator code → its formula, for those that have one that can be read. */
export function formulasOf(indicators: ReadonlyMap<string, { readonly formula: string }>): Map<string, Formula> {
  return new Map(
    [...indicators].flatMap(([code, { formula }]) => {
      const parsed = parse(formula)
      return parsed.ok ? [[code, parsed.ast] as const] : []
    }),
  )
}

/** Codes that a formula reads, each once. */
export function inputsOf(formula: Formula): readonly string[] {
  return [...new Set(references(formula).map(({ code }) => code))]
}
