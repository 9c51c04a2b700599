/**
 * What a formula says while it is being typed: problems at their places in the text, the words it is read in, and the
 * canonical text to be saved. The same functions decide on the server.
 */
import type { IndicatorList, IndicatorSummary } from '#contract/catalogue.ts'
import { type Problem, problem, sentence } from '#contract/problems.ts'
import { checkFormula } from '#core/formula/check-formula.ts'
import type { Formula } from '#core/formula/formula.ts'
import { orderFormulas } from '#core/formula/order.ts'
import { parse } from '#core/formula/parser.ts'
import { print } from '#core/formula/printer.ts'
import { referenceName } from '#core/formula/reference-name.ts'
import { inWords } from '#core/formula/words.ts'
import { codesApart } from '#core/indicator/indicator.ts'
import type { Language } from '../../platform/text/language.ts'
import { type PlacedSentence, placed } from '../formula-field/placed-sentence.ts'

export interface TypedFormula {
  /** '' while there are problems, and for an empty text. */
  readonly canonical: string
  readonly words: string
  readonly problems: readonly PlacedSentence[]
  /** To be looked at; they do not keep it from being saved. */
  readonly notes: readonly PlacedSentence[]
}

export interface Editing {
  /** The indicator whose formula it is. */
  readonly code: string
  readonly declared: string
  readonly indicators: readonly IndicatorSummary[]
  readonly breakdowns: IndicatorList['breakdowns']
  readonly plans: IndicatorList['plans']
  readonly language: Language
}

const empty: TypedFormula = { canonical: '', words: '', problems: [], notes: [] }

export function readTyped(text: string, editing: Editing): TypedFormula {
  if (text.trim() === '') return empty
  const parsed = parse(text, { decimal: 'comma' })
  if (!parsed.ok) return { ...empty, problems: parsed.problems.map((it) => placed(it, editing.language)) }
  const { indicators, breakdowns, plans, declared, language } = editing
  const measures = new Map(indicators.map(({ code, measure }) => [code, measure]))
  const members = new Set(breakdowns.flatMap(({ code }) => code.split(',')))
  const apart = codesApart(indicators)
  const checked = checkFormula({ ...parsed, known: { measures, apart, members, plans: new Set(plans) }, declared })
  const names = {
    indicators: new Map(indicators.map((one) => [one.code, one])),
    breakdowns: new Map(breakdowns.map(({ code, name }) => [code, name])),
  }
  const circle = circleThrough(parsed.ast, editing)
  const problems = [
    ...checked.problems.map((it) => placed(it, language)),
    ...(circle ? [{ position: 0, length: text.length, sentence: sentence(circle, language) }] : []),
  ]
  return {
    canonical: problems.length === 0 ? print(parsed.ast) : '',
    words: inWords(parsed.ast, (reference) => referenceName(reference, names)),
    problems,
    notes: checked.notes.map((it) => placed(it, language)),
  }
}

/** The formulas of the others are taken as they are today; the server looks at later days too. */
function circleThrough(ast: Formula, { code, indicators }: Editing): Problem | undefined {
  const formulas = new Map<string, Formula>([[code, ast]])
  for (const other of indicators) {
    const parsed = other.code === code ? undefined : parse(other.formula)
    if (parsed?.ok) formulas.set(other.code, parsed.ast)
  }
  const ordered = orderFormulas(formulas)
  return ordered.ok ? undefined : problem('formula.cycle', { path: ordered.problem.details.path.join(' → ') })
}
