/** The lines or columns that a form's formula reads, each once, in the order it names them. */
import { references } from '#core/formula/formula.ts'
import { parse } from '#core/formula/parser.ts'

export function codesOf(formula: string): readonly string[] {
  const parsed = parse(formula)
  return parsed.ok ? references(parsed.ast).map((reference) => reference.code) : []
}
