import { Link } from '@tanstack/react-router'
import type { IndicatorDetail } from '#contract/catalogue.ts'
import { useText } from '../../platform/text/use-text.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'

/** The formula in words and in its canonical text, and the way to change it for those who may. */
export function FormulaFact({ indicator }: { readonly indicator: IndicatorDetail }) {
  const text = useText().catalogue.detail
  const { code, formula, words, isPublishedAsIs, can } = indicator
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
        {can.includes('reviseFormula') ? (
          <p className="no-print">
            <Link className={buttonClass('outline', true)} to="/catalogue/indicators/$code/formula" params={{ code }}>
              <Icon name="fx" size={14} />
              {formula === '' ? text.addFormula : text.revise}
            </Link>
          </p>
        ) : null}
      </dd>
    </>
  )
}
