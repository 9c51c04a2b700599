import type { IndicatorDetail } from '#contract/catalogue.ts'
import { useText } from '../../platform/text/use-text.ts'

/** The formula in words and in its canonical text. */
export function FormulaFact({
  indicator: { formula, words, isPublishedAsIs },
}: {
  readonly indicator: IndicatorDetail
}) {
  const text = useText().catalogue.detail
  return (
    <>
      <dt>{text.formula}</dt>
      <dd>
        {formula === '' ? (
          <p className="mut">{isPublishedAsIs ? text.publishedAsIs : text.noFormula}</p>
        ) : (
          <>
            <p className="formula-words">{words}</p>
            <code>{formula}</code>
          </>
        )}
      </dd>
    </>
  )
}
