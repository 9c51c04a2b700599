/**
 * Cuts the text of a formula into tokens with their places. The canonical form is strict: decimal point, ASCII signs.
 * The editor form also takes the decimal comma and the signs people paste (× ÷ − ≤ ≥ ≠), and refuses a number that can
 * be read two ways rather than choosing one. No pattern here depends on the Unicode version of its host.
 */

import { type DecimalText, decimalTextOf } from '../quantity/exact.ts'
import { inCodeOrder } from '../quantity/text.ts'
import type { Place, Reference } from './formula.ts'
import { type FormulaProblem, formulaProblem } from './problems.ts'

/** `point` is the canonical form, which is stored; `comma` is what an editor in Vietnamese takes. */
export type DecimalSign = 'point' | 'comma'

export type Token = Place &
  (
    | { readonly kind: 'number'; readonly text: string; readonly value: DecimalText }
    | { readonly kind: 'string'; readonly text: string; readonly content: string }
    | { readonly kind: 'reading'; readonly text: string; readonly reference: Reference }
    | { readonly kind: 'word' | 'sign' | 'end'; readonly text: string }
  )

export type Lexed =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly problem: FormulaProblem }

type Step = Token | FormulaProblem

/** Latin letters with every Vietnamese mark, composed; `×` and `÷` lie among them and are left out. */
const codeLetter = 'A-Za-z_\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u1e00-\\u1eff'
const letter = `${codeLetter}\\u0300-\\u036f`
const blank = /[ \t\r\n\u00a0\u202f]+/y
const numeral = /[0-9][0-9.,]*/y
const word = new RegExp(`[${letter}][0-9${letter}]*`, 'y')
const sign = /<=|>=|<>|[-+*/^();=<>]/y
const quoted = /"(?:[^"]|"")*"/y
const bracketed = /\[([^[\]]*)\]/y
const code = new RegExp(`^[0-9${codeLetter}][-./0-9${codeLetter}]*$`)

/** Of a number that is written in a formula, as many as `round` may keep. */
const mostDecimals = 18

const pastedSigns: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '−': '-',
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
}

/** Tokens of the text, or the first thing in it that is no token. */
export function tokenize(text: string, decimal: DecimalSign): Lexed {
  const tokens: Token[] = []
  let position = 0
  while (position < text.length) {
    const gap = match(blank, text, position)
    if (gap !== undefined) {
      position += gap.length
      continue
    }
    const step = nextToken(text, position, decimal)
    if ('code' in step) return { ok: false, problem: step }
    tokens.push(step)
    position += step.length
  }
  return { ok: true, tokens }
}

function nextToken(text: string, position: number, decimal: DecimalSign): Step {
  const first = text.charAt(position)
  if (first === '[') return readingToken(text, position)
  if (first === '"') return stringToken(text, position)
  const digits = match(numeral, text, position)
  if (digits !== undefined) return numberToken(digits, position, decimal)
  const letters = match(word, text, position)
  if (letters !== undefined) return { kind: 'word', text: letters, position, length: letters.length }
  const typed = match(sign, text, position)
  if (typed !== undefined) return { kind: 'sign', text: typed, position, length: typed.length }
  const pasted = decimal === 'comma' && Object.hasOwn(pastedSigns, first) ? pastedSigns[first] : undefined
  if (pasted !== undefined) return { kind: 'sign', text: pasted, position, length: 1 }
  const found = String.fromCodePoint(text.codePointAt(position) ?? 0)
  return formulaProblem('formula.unexpected', { position, length: found.length }, { found, expected: 'operand' })
}

function stringToken(text: string, position: number): Step {
  const found = match(quoted, text, position)
  if (found === undefined) {
    return formulaProblem('formula.unclosed', { position, length: text.length - position }, { open: '"' })
  }
  const content = found.slice(1, -1).replaceAll('""', '"')
  return { kind: 'string', text: found, content, position, length: found.length }
}

function readingToken(text: string, position: number): Step {
  const found = match(bracketed, text, position)
  if (found === undefined) return formulaProblem('formula.unclosed', { position, length: 1 }, { open: '[' })
  const place = { position, length: found.length }
  const inner = found.slice(1, -1)
  const colon = inner.indexOf(':')
  const named = (colon < 0 ? inner : inner.slice(0, colon)).trim()
  const members =
    colon < 0
      ? []
      : inner
          .slice(colon + 1)
          .split(',')
          .map((member) => member.trim())
  for (const name of [named, ...members]) {
    if (!code.test(name)) return formulaProblem('formula.bad-code', place, { found: name })
  }
  members.sort(inCodeOrder)
  const repeated = members.find((member, index) => index > 0 && member === members[index - 1])
  if (repeated !== undefined) return formulaProblem('formula.repeated-member', place, { member: repeated })
  return { kind: 'reading', text: found, reference: { code: named, members }, ...place }
}

function numberToken(found: string, position: number, decimal: DecimalSign): Step {
  const place = { position, length: found.length }
  if (decimal === 'comma' && /^[1-9][0-9]{0,2}\.[0-9]{3}$/.test(found)) {
    const readings = { grouped: found.replace('.', ''), decimal: found.replace('.', ',') }
    return formulaProblem('formula.ambiguous-number', place, { found, ...readings })
  }
  const value = decimalTextOf(decimal === 'comma' ? withPoint(found) : found, mostDecimals)
  if (value === undefined) return formulaProblem('formula.bad-number', place, { found })
  return { kind: 'number', text: found, value, ...place }
}

/** The wire spelling of a number typed in the editor: grouping points leave, the comma becomes a point. */
function withPoint(found: string): string {
  const grouped = /^[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?$/.test(found)
  if (grouped) return found.replaceAll('.', '').replace(',', '.')
  return found.includes('.') ? found : found.replace(',', '.')
}

function match(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position
  return pattern.exec(text)?.[0]
}
