import type { ExplanationNode } from '#contract/explanation.ts'
import { useText } from '../platform/text/use-text.ts'

/** How the parts make the number: in words, then in figures. */
export function FormulaNote({ node: { formula } }: { readonly node: ExplanationNode }) {
  const text = useText().province.explain
  if (!formula) return null
  return (
    <section className="explain-part">
      <h3>{text.formula}</h3>
      <p className="explain-formula">{formula.words}</p>
      <p className="num-inline explain-formula ink2">{formula.figures}</p>
    </section>
  )
}
