/** A formula of the catalogue read aloud, and how the formulas of all indicators hang together. */
import { type Formula, references } from '#core/formula/formula.ts'
import { parse } from '#core/formula/parser.ts'
import { inWords } from '#core/formula/words.ts'

interface Named {
  readonly name: string
  readonly formula: string
}

/** '' for a text that cannot be read; a code the catalogue lacks stands for itself. */
export function wordsOf(formula: string, indicators: ReadonlyMap<string, Pick<Named, 'name'>>): string {
  const parsed = parse(formula)
  if (!parsed.ok) return ''
  return inWords(parsed.ast, ({ code, members }) => {
    const name = indicators.get(code)?.name ?? code
    return members.length === 0 ? name : `${name} (${members.join(', ')})`
  })
}

/** Indicator code → its formula, for those that have one that can be read. */
export function formulasOf(indicators: ReadonlyMap<string, Named>): Map<string, Formula> {
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
