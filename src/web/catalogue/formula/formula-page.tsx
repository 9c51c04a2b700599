import './formula-page.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useDeferredValue, useMemo } from 'react'
import type { IndicatorDetail, IndicatorList } from '#contract/catalogue.ts'
import { useReadsFigures } from '../../platform/session.ts'
import { useLanguage } from '../../platform/text/language.ts'
import { useText } from '../../platform/text/use-text.ts'
import { AskBeforeLeaving } from '../../ui/ask-before-leaving.tsx'
import { Icon } from '../../ui/icons.tsx'
import { PageProblem } from '../../ui/page-problem.tsx'
import { indicatorOptions, indicatorsOptions } from '../catalogue-queries.ts'
import { everyFunction } from '../formula-field/completion.ts'
import { useCompletion } from '../formula-field/use-completion.ts'
import { TrialPanel } from '../trial/trial-panel.tsx'
import { FormulaEditor } from './formula-editor.tsx'
import { readTyped } from './read-typed.ts'
import { SaveFormula } from './save-formula.tsx'
import { useFormulaDraft } from './use-formula-draft.ts'

/** The formula of one indicator: written, read in words, tried on real figures, saved as a further version. */
export function FormulaPage() {
  const { code } = useParams({ from: '/inside/catalogue/indicators/$code/formula' })
  const indicator = useQuery(indicatorOptions(code))
  const list = useQuery(indicatorsOptions())
  if (!indicator.data || !list.data) return <PageProblem error={indicator.error ?? list.error} />
  return <FormulaWork key={code} indicator={indicator.data} list={list.data} />
}

interface FormulaWorkProps {
  readonly indicator: IndicatorDetail
  readonly list: IndicatorList
}

function FormulaWork({ indicator, list: { indicators, breakdowns, plans } }: FormulaWorkProps) {
  const text = useText()
  const { language } = useLanguage()
  const readsFigures = useReadsFigures()
  const draft = useFormulaDraft(indicator)
  const readings = useMemo(() => indicators.filter(({ valueKind }) => valueKind === 'number'), [indicators])
  const box = useCompletion({ readings, functions: everyFunction })
  const editing = { code: indicator.code, declared: indicator.measure, indicators, breakdowns, plans, language }
  const typed = readTyped(useDeferredValue(draft.text), editing)
  const title = text.formula.title(indicator.name)
  return (
    <main className="page formula-page" id="main" tabIndex={-1}>
      <title>{`${title} · ${text.name.system}`}</title>
      <Link className="row" to="/catalogue/indicators/$code" params={{ code: indicator.code }}>
        <Icon name="left" size={14} /> {text.formula.leave}
      </Link>
      <div className="page-head">
        <h1>{title}</h1>
        <p className="ink2">
          {indicator.code}, {indicator.measure}
        </p>
      </div>
      <div className="formula-work">
        <div className="card">
          <FormulaEditor
            box={box}
            initial={draft.initial}
            text={draft.text}
            typed={typed}
            measure={indicator.measure}
            onType={draft.type}
          />
          <SaveFormula indicator={indicator} draft={draft} typed={typed} onReplace={box.replace} />
        </div>
        {readsFigures ? <TrialPanel indicator={indicator} formula={typed.canonical} /> : null}
      </div>
      <AskBeforeLeaving
        isAsked={draft.isUnsaved && indicator.can.includes('reviseFormula')}
        title={text.formula.leaveTitle}
        advice={text.formula.leaveAdvice}
        leave={text.formula.leaveAnyway}
        stay={text.formula.stay}
      />
    </main>
  )
}
