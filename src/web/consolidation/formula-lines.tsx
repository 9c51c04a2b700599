import type { ExplanationNode } from '#contract/province.ts'

/** A formula in words, then in figures. */
export function FormulaLines({ formula }: { readonly formula: NonNullable<ExplanationNode['formula']> }) {
  return (
    <>
      <p className="explain-words">{formula.words}</p>
      <p className="num-inline ink2 explain-figures">{formula.figures}</p>
    </>
  )
}
