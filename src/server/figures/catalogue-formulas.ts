/** The formulas of a catalogue, and what hangs on what by them: worked out once for a catalogue, which many readings share. */
import { type Dependencies, dependenciesOf } from '#core/formula/dependents.ts'
import type { Formula } from '#core/formula/formula.ts'
import { keptWith } from '#core/period/period.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { type Catalogue, formulasOf } from '../catalogue/index.ts'

/** By the code of the indicator. */
export const formulasIn = keptWith((catalogue: Catalogue): ReadonlyMap<string, Formula> => {
  return formulasOf(catalogue.indicators)
})

export const dependenciesIn = keptWith((catalogue: Catalogue): Dependencies => {
  const found = dependenciesOf(formulasIn(catalogue))
  invariant(found.ok, 'formulas of the catalogue do not go in circles')
  return found.dependencies
})
