/** The condition of a rule as its reader needs it: what it may name, what is wrong with it, how it reads aloud. */
import type { CheckRuleList } from '#contract/check-rules.ts'
import { addressOf } from '#core/form/layout.ts'
import { parse } from '#core/formula/parser.ts'
import { print } from '#core/formula/printer.ts'
import { inWords } from '#core/formula/words.ts'
import { type ReadCondition, readCondition } from '#core/validation/read-condition.ts'
import { eachIndicator, type RuleScope } from '#core/validation/rule.ts'

export interface Names {
  /** What a reading is called; undefined for one that the scope does not know. */
  readonly nameOf: (code: string) => string | undefined
}

/** `indicators`: names by code. */
export function namesIn(
  scope: RuleScope,
  forms: CheckRuleList['forms'],
  indicators: ReadonlyMap<string, string>,
): Names {
  if (scope.kind === 'indicators') {
    return { nameOf: (code) => (code === eachIndicator ? '[x]' : indicators.get(code)) }
  }
  const form = forms.find(({ code }) => code === scope.form)
  const rows = new Map(form?.rows.map(({ key, label }) => [key, label]))
  return {
    nameOf: (code) => {
      const at = addressOf(code)
      if (!code.includes('.')) return rows.get(code)
      return form?.columns.includes(at.column) && rows.has(at.row) ? `${rows.get(at.row)} (${at.column})` : undefined
    },
  }
}

/** As it is typed, with the decimal comma. */
export function readTyped(text: string, { nameOf }: Names): ReadCondition {
  return readCondition(text, { decimal: 'comma', isKnown: (code) => nameOf(code) !== undefined })
}

/** The stored text of a condition that was read. */
export function canonical(read: ReadCondition & { readonly ok: true }): string {
  return print(read.condition)
}

/** The stored text with the decimal comma, to be typed on. */
export function typedForm(condition: string): string {
  const parsed = parse(condition)
  return parsed.ok ? print(parsed.ast, { decimal: 'comma' }) : condition
}

export function aloud(read: ReadCondition & { readonly ok: true }, { nameOf }: Names): string {
  return inWords(read.condition, ({ code }) => nameOf(code) ?? code)
}
