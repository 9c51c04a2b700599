/** What is wrong with a formula or a condition, or worth a look, at its place in the text that was typed. */
import { sentence } from '#contract/problems.ts'
import type { Place } from '#core/formula/formula.ts'
import type { ConditionProblem } from '#core/validation/read-condition.ts'
import type { Language } from '../../platform/text/language.ts'

export interface PlacedSentence extends Place {
  readonly sentence: string
}

export function placed(problem: ConditionProblem, language: Language): PlacedSentence {
  const { code, details, position, length } = problem
  return { position, length, sentence: sentence({ code, details: { ...details } }, language) }
}
