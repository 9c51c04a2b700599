/** How the parts make a number, in words and in figures: a formula, the rule of the year to date, a sum. */
import type { ExplanationNode } from '#contract/explanation.ts'
import { referenceText } from '#core/formula/formula.ts'
import { parse } from '#core/formula/parser.ts'
import { referenceName } from '#core/formula/reference-name.ts'
import { inFigures, inWords } from '#core/formula/words.ts'
import { none } from '#core/quantity/outcome.ts'
import { readingKey } from '#core/reading/place.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { OpenedReading } from './opened-reading.ts'
import { partName } from './reading-names.ts'
import { statedIn } from './stated.ts'
import { shownInput, shownRounded } from './value-view.ts'

type FormulaReading = ExplanationNode['formula']

export function formulaReading(catalogue: Catalogue, it: OpenedReading, decimals: number): FormulaReading {
  const result = ` = ${shownRounded(it.outcome, decimals)}`
  if (it.how.kind === 'formula') {
    const found = byFormula(catalogue, it, it.how.formula)
    return found && { ...found, figures: found.figures + result }
  }
  if (it.parts.length === 0) return null
  const signed = it.parts.map((part, at) => ({ part, sign: at === 0 ? '' : ` ${signIn(it, at)} ` }))
  return {
    words: signed.map(({ part, sign }) => sign + nameIn(catalogue, part, it)).join(''),
    figures: signed.map(({ part, sign }) => sign + shownPart(catalogue, part)).join('') + result,
  }
}

/** '−' for the estimate that its revision takes the place of in a year to date, else '+'. */
export function signIn(whole: OpenedReading, at: number): '+' | '−' {
  if (whole.how.kind !== 'yearToDate') return '+'
  const [part, next] = [whole.parts[at], whole.parts[at + 1]]
  const isReplaced = part && next && readingKey(refOf(part), part.place) === sameMonthAs(next, part)
  return isReplaced && at > 0 && part.place.vintage === 'estimate' ? '−' : '+'
}

function sameMonthAs(next: OpenedReading, part: OpenedReading): string {
  return readingKey(refOf(next), { ...next.place, vintage: part.place.vintage })
}

function refOf({ reference }: OpenedReading) {
  return reference ?? { code: '', members: [] }
}

function nameIn(catalogue: Catalogue, { reference, place }: OpenedReading, whole: OpenedReading): string {
  return reference === undefined ? '' : partName(catalogue, { reference, place }, whole)
}

function byFormula(catalogue: Catalogue, it: OpenedReading, text: string): FormulaReading {
  const parsed = parse(text)
  if (!parsed.ok) return null
  const words = inWords(parsed.ast, (reference) => referenceName(reference, catalogue))
  const here = new Map(it.parts.map((part) => [readingKey(refOf(part), part.place), part]))
  const isHere = it.parts.every((part) => readingKey(refOf(part), it.place) === readingKey(refOf(part), part.place))
  if (!isHere) {
    const inputs = it.parts.map((part) => `${nameIn(catalogue, part, it)}: ${shownPart(catalogue, part)}`)
    return { words, figures: inputs.join('; ') }
  }
  const figures = inFigures(
    parsed.ast,
    (reference) => {
      const part = here.get(readingKey(reference, it.place))
      return part ? statedIn(part) : none('absent', [referenceText(reference)])
    },
    (value, { code }) => shownInput(value, catalogue.indicators.get(code)?.decimals ?? 0),
  )
  return { words, figures }
}

function shownPart({ indicators }: Catalogue, part: OpenedReading): string {
  return shownInput(statedIn(part), indicators.get(part.reference?.code ?? '')?.decimals ?? 0)
}
