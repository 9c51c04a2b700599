/**
 * What hangs on an indicator (chỉ tiêu chịu ảnh hưởng): when one of its figures moves, these have to be computed again, and
 * nothing else. The graph is over codes, so it stays small for millions of figures; a reading narrowed to members or
 * shifted in time hangs on its indicator like any other.
 */
import { type Formula, references } from './formula.ts'
import type { Ordered } from './order.ts'
import { orderFormulas } from './order.ts'

export interface Dependencies {
  /** Codes with a formula, each after those it is computed from. */
  readonly order: readonly string[]
  /** Codes computed, directly or not, from any of these, in that order; the codes themselves are not among them. */
  dependentsOf(codes: Iterable<string>): readonly string[]
}

/** Refuses formulas that use each other in a circle, with the path. */
export function dependenciesOf(
  formulas: ReadonlyMap<string, Formula>,
): { readonly ok: true; readonly dependencies: Dependencies } | Extract<Ordered, { readonly ok: false }> {
  const ordered = orderFormulas(formulas)
  if (!ordered.ok) return ordered
  const { order } = ordered
  const readers = readersByCode(order, formulas)
  const position = new Map(order.map((code, index) => [code, index]))
  const dependentsOf = (codes: Iterable<string>): readonly string[] => {
    const waiting = [...codes]
    const given = new Set(waiting)
    const found = new Set<string>()
    for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
      for (const reader of readers.get(code) ?? []) {
        if (found.has(reader)) continue
        found.add(reader)
        waiting.push(reader)
      }
    }
    return [...found].filter((code) => !given.has(code)).sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0))
  }
  return { ok: true, dependencies: { order, dependentsOf } }
}

function readersByCode(
  order: readonly string[],
  formulas: ReadonlyMap<string, Formula>,
): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>()
  for (const name of order) {
    const formula = formulas.get(name)
    for (const { code } of formula ? references(formula) : []) {
      const known = readers.get(code)
      if (!known) readers.set(code, [name])
      else if (known.at(-1) !== name) known.push(name)
    }
  }
  return readers
}
