/**
 * The order in which a set of formulas has to be computed, inputs before what uses them (thứ tự tính).
 * The graph is over names (an indicator's code, or a code narrowed to members), never over cells, and a shift in time
 * or place does not cut it: an indicator computed from its own previous period is refused like any other cycle. Such a
 * chain has no first period that its formula could state, so it would end only where somebody happened to report; a
 * revision of one month would move every later one, and no explanation of a figure would be shorter than its series.
 */
import { inCodeOrder } from '../quantity/text.ts'
import { type Formula, type Reference, references, referenceText } from './formula.ts'

export interface CycleProblem {
  readonly code: 'formula.cycle'
  /** The names along the cycle; the first is repeated at the end. */
  readonly details: { readonly path: readonly string[] }
}

export type Ordered =
  | { readonly ok: true; readonly order: readonly string[] }
  | { readonly ok: false; readonly problem: CycleProblem }

/**
 * Every name of the map once, each after the names its formula refers to; the same map always gives the same order,
 * whatever order its entries came in. References to names outside the map are inputs and are left out.
 * Refuses a cycle, with its path.
 */
export function orderFormulas(formulas: ReadonlyMap<string, Formula>): Ordered {
  const walk: Walk = { formulas, order: [], done: new Set() }
  for (const name of [...formulas.keys()].sort(inCodeOrder)) {
    const path = visit(name, walk)
    if (path !== undefined) return { ok: false, problem: { code: 'formula.cycle', details: { path } } }
  }
  return { ok: true, order: walk.order }
}

interface Walk {
  readonly formulas: ReadonlyMap<string, Formula>
  readonly order: string[]
  readonly done: Set<string>
}

/** Walks down from one name without recursion, so a chain of ten thousand formulas needs no deep stack. */
function visit(root: string, { formulas, order, done }: Walk): readonly string[] | undefined {
  if (done.has(root)) return undefined
  const trail = [{ name: root, waiting: dependencies(root, formulas) }]
  const open = new Set([root])
  for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
    const next = top.waiting.pop()
    if (next === undefined) {
      trail.pop()
      open.delete(top.name)
      done.add(top.name)
      order.push(top.name)
    } else if (open.has(next)) {
      const names = trail.map((step) => step.name)
      return [...names.slice(names.indexOf(next)), next]
    } else if (!done.has(next)) {
      trail.push({ name: next, waiting: dependencies(next, formulas) })
      open.add(next)
    }
  }
  return undefined
}

/** Names a formula waits for, last first, so that popping takes them in code order. */
function dependencies(name: string, formulas: ReadonlyMap<string, Formula>): string[] {
  const formula = formulas.get(name)
  if (formula === undefined) return []
  const names = new Set(references(formula).flatMap((reference) => nameWithFormula(reference, name, formulas)))
  return [...names].sort(inCodeOrder).reverse()
}

/**
 * A narrowed reading is computed by its own formula if it has one, otherwise by its indicator's. Only inside that
 * indicator's formula it means the members as reported, so a total over members is no cycle.
 */
function nameWithFormula(
  reference: Reference,
  within: string,
  formulas: ReadonlyMap<string, Formula>,
): readonly string[] {
  const narrowed = referenceText(reference)
  if (formulas.has(narrowed)) return [narrowed]
  return formulas.has(reference.code) && reference.code !== within ? [reference.code] : []
}
