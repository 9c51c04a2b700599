/** The condition of a rule as its reader needs it: what it may name, what is wrong with it, how it reads aloud. */
import type { CheckRuleList } from '#contract/check-rules.ts'
import { cellName } from '#core/form/layout.ts'
import { parse } from '#core/formula/parser.ts'
import { print } from '#core/formula/printer.ts'
import { inWords } from '#core/formula/words.ts'
import { type ReadCondition, readCondition } from '#core/validation/read-condition.ts'
import { eachIndicator, type RuleScope } from '#core/validation/rule.ts'
import { functionsOnForm } from '#core/validation/shifted-readings.ts'
import type { NamedReading, Vocabulary } from '../formula-field/completion.ts'

export interface Names extends Vocabulary {
  /** What a reading is called; undefined for one that the scope does not know. */
  readonly nameOf: (code: string) => string | undefined
}

type RuleForm = CheckRuleList['forms'][number]

/** What a rule may name: rows of its form, then their cells; or its own indicators, then all others. */
export function namesIn(scope: RuleScope, forms: CheckRuleList['forms'], indicators: readonly NamedReading[]): Names {
  const readings =
    scope.kind === 'form'
      ? readingsOfForm(forms.find(({ code }) => code === scope.form))
      : readingsOfIndicators(scope.indicators, indicators)
  const names = new Map(readings.map(({ code, name }) => [code, name]))
  return { readings, functions: functionsOnForm, nameOf: (code) => names.get(code) }
}

function readingsOfForm(form: RuleForm | undefined): readonly NamedReading[] {
  if (form === undefined) return []
  const rows = form.rows.map(({ key, label, measure }) => ({ code: key, name: label, measure }))
  const cells = rows.flatMap(({ code, name, measure }) =>
    form.columns.map(({ key, label }) => ({
      code: cellName({ row: code, column: key }),
      name: `${name} (${label})`,
      measure,
    })),
  )
  return [...rows, ...cells]
}

function readingsOfIndicators(chosen: readonly string[], indicators: readonly NamedReading[]): readonly NamedReading[] {
  const each = { code: eachIndicator, name: `[${eachIndicator}]`, measure: '' }
  const isChosen = ({ code }: NamedReading): boolean => chosen.includes(code)
  return [each, ...indicators.filter(isChosen), ...indicators.filter((it) => !isChosen(it))]
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
