/** A number of an explanation that no agency said as it stands: it is made of its parts. */
import type { ExplanationNode } from '#contract/explanation.ts'

/** How a number is called and shown. */
export interface Heading {
  readonly label: string
  readonly measure: string
  readonly decimals: number
}

type Made = Heading & Pick<ExplanationNode, 'value' | 'formula' | 'parts'>

export function unsaidNode({ label, value, measure, decimals, formula, parts }: Made): ExplanationNode {
  const nobody = { agency: null, vintage: null, level: null, at: null, sign: '', cell: null, source: '' }
  return { label, value, measure, decimals, ...nobody, formula, parts }
}
