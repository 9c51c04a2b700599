/** A formula and all it is made of. */
import { type Formula, operandsOf } from './formula.ts'

/** From left to right, each before what it holds. */
export function nodesOf(node: Formula): readonly Formula[] {
  return [node, ...operandsOf(node).flatMap(nodesOf)]
}
