/** Computes formulas with the product's own core, and says each result in full: value, reason, what is missing. */
import { referenceText } from '#core/formula/formula.ts'
import { worldCatalogue } from '../../../builders/reading-world.ts'
import { aFormulaAtPlaces, aPlace, aReader, told } from '../../../builders/readings.ts'

export interface Expression {
  readonly formula: string
  readonly area: string
  readonly period: string
}

export function computeAll(expressions: readonly Expression[], figures: readonly string[]): readonly string[] {
  const reader = aReader(worldCatalogue, figures)
  return expressions.map(({ formula, area, period }) => {
    const computation = reader.evaluate(aFormulaAtPlaces(formula), aPlace(area, period))
    const missing = computation.missing.map((part) => `${part.kind} ${referenceText(part.reference)} ${part.area}`)
    return [told(computation), ...missing].join('; ')
  })
}
