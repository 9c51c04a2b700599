/**
 * What a refusal says: a dotted word code and the facts behind it, never a sentence.
 * `contract/problems.ts` gives every code its HTTP status, Vietnamese sentence and article.
 */
export type ProblemDetails = Readonly<Record<string, unknown>>

export interface Problem<Code extends string = string> {
  readonly code: Code
  readonly details: ProblemDetails
}

export function problem<Code extends string>(code: Code, details: ProblemDetails = {}): Problem<Code> {
  return { code, details }
}
