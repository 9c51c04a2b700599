import { parse } from '#core/formula/parser.ts'
import { print } from '#core/formula/printer.ts'

/** A canonical formula as it is typed here: with the decimal comma. */
export function withComma(formula: string): string {
  const parsed = parse(formula)
  return parsed.ok ? print(parsed.ast, { decimal: 'comma' }) : formula
}
