/** The province's derived figures kept computed by the product's own parser, evaluator and order of dependencies. */
import { compile, type NumberFormula } from '#core/formula/compile.ts'
import { dependenciesOf } from '#core/formula/dependents.ts'
import type { Formula, Reference } from '#core/formula/formula.ts'
import { parse } from '#core/formula/parser.ts'
import { exact } from '#core/quantity/exact.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { computed, none, type Outcome } from '#core/quantity/outcome.ts'
import { areas, figure, formulas, inputCode, inputs } from './province-sheet.ts'

export interface LiveSheet {
  outcomeOf(code: string, area: number): Outcome
  /** Takes another figure, computes what hangs on it and gives the new values of that. */
  change(code: string, area: number, text: string): readonly Outcome[]
}

export function openLiveSheet(): LiveSheet {
  const compiled = new Map<string, NumberFormula>()
  const trees = new Map<string, Formula>()
  const rows = new Map<string, Outcome[]>()
  for (let input = 0; input < inputs; input++) {
    rows.set(
      inputCode(input),
      Array.from({ length: areas }, (_, area) => computed(exact(figure(input, area)))),
    )
  }
  for (const [code, text] of formulas()) {
    const parsed = parse(text)
    const result = parsed.ok ? compile(parsed.ast) : undefined
    invariant(parsed.ok && result?.ok === true && result.formula.kind === 'number', `${text} can be computed`)
    trees.set(code, parsed.ast)
    compiled.set(code, result.formula)
    rows.set(code, [])
  }
  const ordered = dependenciesOf(trees)
  invariant(ordered.ok, 'the formulas go in no circle')
  const known = new Map<Reference, readonly Outcome[]>()
  const rowOf = (reference: Reference): readonly Outcome[] => {
    const row = known.get(reference) ?? rows.get(reference.code) ?? []
    known.set(reference, row)
    return row
  }
  let at = 0
  const resolve = (reference: Reference): Outcome => rowOf(reference)[at] ?? none('absent', [reference.code])
  const keep = (code: string, area: number, outcome: Outcome): Outcome => {
    const row = rows.get(code)
    if (row) row[area] = outcome
    return outcome
  }
  const compute = (code: string, area: number): Outcome => {
    at = area
    return keep(code, area, compiled.get(code)?.evaluate(resolve) ?? none('invalid'))
  }
  for (const code of ordered.dependencies.order) for (let area = 0; area < areas; area++) compute(code, area)
  return {
    outcomeOf: (code, area) => rows.get(code)?.[area] ?? none('absent', [code]),
    change: (code, area, text) => {
      keep(code, area, computed(exact(text)))
      return ordered.dependencies.dependentsOf([code]).map((dependent) => compute(dependent, area))
    },
  }
}
