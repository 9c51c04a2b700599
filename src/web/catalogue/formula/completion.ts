/**
 * What may complete the formula at the caret: inside `[` an indicator, by code or by name without marks; at a word a
 * function by its name. Inside a text in quotes nothing. It only proposes: nothing is put into the text by itself, so
 * that input tools for Vietnamese are left alone.
 */
import type { IndicatorSummary } from '#contract/catalogue.ts'
import { type FunctionName, functionShapes } from '#core/formula/functions.ts'
import { foldText } from '#core/quantity/text.ts'
import { hasWords } from '../indicators/filter-indicators.ts'

export type Proposal =
  | { readonly kind: 'indicator'; readonly indicator: Pick<IndicatorSummary, 'code' | 'name' | 'measure'> }
  | { readonly kind: 'function'; readonly name: FunctionName }

export interface Completion {
  /** The part of the text that a proposal takes the place of. */
  readonly from: number
  readonly to: number
  readonly proposals: readonly Proposal[]
}

const mostShown = 8

export function completionAt(
  text: string,
  caret: number,
  indicators: readonly IndicatorSummary[],
): Completion | undefined {
  const before = text.slice(0, caret)
  if (before.split('"').length % 2 === 0) return undefined
  const opened = before.lastIndexOf('[')
  if (opened > before.lastIndexOf(']')) return indicatorsAt({ text, opened, caret }, indicators)
  const word = /[\p{L}_]+$/u.exec(before)?.[0]
  if (word === undefined) return undefined
  const typed = foldText(word)
  const names = (Object.keys(functionShapes) as FunctionName[]).filter((name) => name.toLowerCase().startsWith(typed))
  if (names.length === 0) return undefined
  return { from: caret - word.length, to: caret, proposals: names.map((name) => ({ kind: 'function', name })) }
}

interface OpenBracket {
  readonly text: string
  readonly opened: number
  readonly caret: number
}

/** Members after a colon are typed by hand. What stands behind the caret up to the closing bracket is replaced as well. */
function indicatorsAt(
  { text, opened, caret }: OpenBracket,
  indicators: readonly IndicatorSummary[],
): Completion | undefined {
  const typed = text.slice(opened + 1, caret)
  if (typed.includes(':')) return undefined
  const folded = foldText(typed)
  const words = folded.split(' ').filter((word) => word !== '')
  const found = indicators
    .filter((it) => it.valueKind === 'number' && hasWords(it, words))
    .sort((a, b) => rankOf(a, folded) - rankOf(b, folded))
    .slice(0, mostShown)
  if (found.length === 0) return undefined
  const rest = /^[^[\]+*/^();<>="\n]*\]/.exec(text.slice(caret))?.[0] ?? ''
  const proposals = found.map((indicator): Proposal => ({ kind: 'indicator', indicator }))
  return { from: opened, to: caret + rest.length, proposals }
}

/** Its own code first, then codes that begin so, then names that begin so, then the rest in the catalogue's order. */
function rankOf({ code, name }: IndicatorSummary, typed: string): number {
  const folded = code.toLowerCase()
  if (folded === typed) return 0
  if (folded.startsWith(typed)) return 1
  return foldText(name).startsWith(typed) ? 2 : 3
}

export interface Insertion {
  readonly text: string
  /** Where the caret stands in it afterwards. */
  readonly caret: number
}

export function insertionOf(proposal: Proposal): Insertion {
  if (proposal.kind === 'function') return { text: `${proposal.name}()`, caret: proposal.name.length + 1 }
  const text = `[${proposal.indicator.code}]`
  return { text, caret: text.length }
}
