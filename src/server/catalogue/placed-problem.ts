/** A refusal of a formula as it goes over the wire, with its place in the text. */
import { type Problem, problem } from '#contract/problems.ts'
import type { FormulaProblem } from '#core/formula/problems.ts'

export function placedProblem({ code, details, position, length }: FormulaProblem): Problem {
  return problem(code, { ...details, position, length })
}
