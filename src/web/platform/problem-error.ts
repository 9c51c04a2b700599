/** What a call to the server can end in besides its answer: a problem it names, or no connection at all. */
import type { ProblemCode, ProblemJson } from '#contract/problems.ts'

export class ProblemError extends Error {
  readonly problem: ProblemJson

  constructor(problem: ProblemJson) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** The request may or may not have reached the server: repeat it only with the same Idempotency-Key. */
export class ConnectionError extends Error {
  constructor() {
    super('no connection')
    this.name = 'ConnectionError'
  }
}

export function isProblem(error: unknown, code: ProblemCode): error is ProblemError {
  return error instanceof ProblemError && error.problem.code === code
}
