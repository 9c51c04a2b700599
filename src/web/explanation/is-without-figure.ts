/** Whether nothing stands behind a part yet: no cell, no document, and at most one source that has said nothing. */
import type { ExplanationNode } from '#contract/explanation.ts'

export function isWithoutFigure({ cell, source, parts }: ExplanationNode): boolean {
  if (cell !== null || source !== '') return false
  const [only] = parts
  return only === undefined || (parts.length === 1 && only.value.kind === 'none' && isWithoutFigure(only))
}
