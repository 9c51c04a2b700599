/**
 * What may complete the text at the caret: inside `[` a reading (an indicator, or a row or cell of a form), by code or by
 * name without marks; at a word a function by its name. Inside a text in quotes nothing. It only proposes: nothing is put into the text by itself, so
 * that input tools for Vietnamese are left alone.
 */
import { type FunctionName, functionShapes } from '#core/formula/functions.ts'
import { foldText } from '#core/quantity/text.ts'
import { hasWords } from '../indicators/filter-indicators.ts'

/** What a reading is called by, in the text and by people. */
export interface NamedReading {
  readonly code: string
  readonly name: string
  readonly measure: string
}

/** What the text may name; readings in the order in which they are offered. */
export interface Vocabulary {
  readonly readings: readonly NamedReading[]
  readonly functions: readonly FunctionName[]
}

export const everyFunction = Object.keys(functionShapes) as readonly FunctionName[]

export type Proposal =
  | { readonly kind: 'reading'; readonly reading: NamedReading }
  | { readonly kind: 'function'; readonly name: FunctionName }

export interface Completion {
  /** The part of the text that a proposal takes the place of. */
  readonly from: number
  readonly to: number
  readonly proposals: readonly Proposal[]
}

const mostShown = 8

export function completionAt(text: string, caret: number, may: Vocabulary): Completion | undefined {
  const before = text.slice(0, caret)
  if (before.split('"').length % 2 === 0) return undefined
  const opened = before.lastIndexOf('[')
  if (opened > before.lastIndexOf(']')) return readingsAt({ text, opened, caret }, may.readings)
  const word = /[\p{L}_]+$/u.exec(before)?.[0]
  if (word === undefined) return undefined
  const typed = foldText(word)
  const names = may.functions.filter((name) => name.toLowerCase().startsWith(typed))
  if (names.length === 0) return undefined
  return { from: caret - word.length, to: caret, proposals: names.map((name) => ({ kind: 'function', name })) }
}

interface OpenBracket {
  readonly text: string
  readonly opened: number
  readonly caret: number
}

/** Members after a colon are typed by hand. What stands behind the caret up to the closing bracket is replaced as well. */
function readingsAt({ text, opened, caret }: OpenBracket, readings: readonly NamedReading[]): Completion | undefined {
  const typed = text.slice(opened + 1, caret)
  if (typed.includes(':')) return undefined
  const folded = foldText(typed)
  const named = (between: RegExp) => {
    const words = folded.split(between).filter((word) => word !== '')
    return readings.filter((it) => hasWords(it, words))
  }
  const whole = named(/ /)
  // «a1.uoc»: the row by its key, the column by its name.
  const found = [...(whole.length > 0 ? whole : named(/[ .]/))]
    .sort((a, b) => rankOf(a, folded) - rankOf(b, folded))
    .slice(0, mostShown)
  if (found.length === 0) return undefined
  const rest = /^[^[\]+*/^();<>="\n]*\]/.exec(text.slice(caret))?.[0] ?? ''
  const proposals = found.map((reading): Proposal => ({ kind: 'reading', reading }))
  return { from: opened, to: caret + rest.length, proposals }
}

/** Its own code first, then codes that begin so, then names that begin so, then the rest in their order. */
function rankOf({ code, name }: NamedReading, typed: string): number {
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
  const text = `[${proposal.reading.code}]`
  return { text, caret: text.length }
}
