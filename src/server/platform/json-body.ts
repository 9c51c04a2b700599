/**
 * Reads the body of a request. What two readers could understand differently is refused: a key given twice, keys that
 * reach into JavaScript's prototypes, nesting deeper than any contract needs, text that no database keeps (NUL, half a
 * surrogate pair, which would also make the journal unreadable). Text becomes NFC here, once for all.
 */
export type Body = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly what: string }

const deepest = 40
const poisonous = new Set(['__proto__', 'constructor', 'prototype'])

export function parseJsonBody(text: string): Body {
  if (text === '') return { ok: true, value: undefined }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, what: 'JSON' }
  }
  const fault = keyFault(text)
  if (fault) return { ok: false, what: fault }
  return isUnwritable(value) ? { ok: false, what: 'Unicode' } : { ok: true, value: composed(value) }
}

function isUnwritable(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed()
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, one]) => isUnwritable(key) || isUnwritable(one))
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

function isKey(text: string, after: number): boolean {
  let at = after
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++
  return text[at] === ':'
}

/** Walks valid JSON text once; `open` holds the keys seen in each object that is still open, null for an array. */
function keyFault(text: string): string | undefined {
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]
    if (mark === '{' || mark === '[') {
      if (open.push(mark === '{' ? new Set() : null) > deepest) return 'JSON > 40'
    } else if (mark === '}' || mark === ']') open.pop()
    else if (mark === '"') {
      const end = endOfString(text, at)
      const keys = open.at(-1)
      if (keys && isKey(text, end + 1)) {
        const key = String(JSON.parse(text.slice(at, end + 1))).normalize('NFC')
        if (poisonous.has(key) || keys.has(key)) return `«${key.slice(0, 60)}»`
        keys.add(key)
      }
      at = end
    }
  }
  return undefined
}

function composed(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(composed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.normalize('NFC'), composed(one)]))
}
