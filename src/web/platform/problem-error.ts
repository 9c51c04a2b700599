/** What a call to the server can end in besides its answer: a problem it names, or no connection at all. */
import { type ProblemCode, type ProblemJson, problems, sentence } from '#contract/problems.ts'
import type { Language } from './text/language.ts'

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

/** The sentence of a problem in the reader's language; the server's own words are Vietnamese. */
export function sentenceOf({ problem }: ProblemError, language: Language): string {
  if (language === 'vi' || !(problem.code in problems)) return problem.detail
  return sentence({ code: problem.code as ProblemCode, details: problem }, language)
}
