import './trial.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IndicatorDetail } from '#contract/catalogue.ts'
import { useText } from '../../platform/text/use-text.ts'
import { useSettled } from '../../platform/use-settled.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { areasOptions, trialOptions } from '../catalogue-queries.ts'
import { ChosenList } from './chosen-list.tsx'
import { TrialInputs } from './trial-inputs.tsx'
import { periodChoices } from './trial-periods.ts'
import { TrialTable } from './trial-table.tsx'

interface TrialPanelProps {
  readonly indicator: Pick<IndicatorDetail, 'on' | 'decimals' | 'measure'>
  /** Canonical text of what is typed; '' while it is no formula. */
  readonly formula: string
}

const mostChosen = 12
const settleMs = 400

/** The formula as it stands on real figures: areas down, periods across, the inputs of the chosen result below. */
export function TrialPanel({ indicator, formula }: TrialPanelProps) {
  const text = useText().formula.trial
  const choices = periodChoices(indicator.on)
  const { data: list } = useQuery(areasOptions())
  const province = list?.areas.find(({ level }) => level === 'province')?.code
  const [chosenAreas, setAreas] = useState<readonly string[]>()
  const [periods, setPeriods] = useState(() => choices.slice(0, 3).map(({ label }) => label))
  const [cell, setCell] = useState<{ readonly area: string; readonly period: string }>()
  const areas = chosenAreas ?? (province === undefined ? [] : [province])
  const settled = useSettled(formula, settleMs)
  const { data: trial, error } = useQuery(
    trialOptions({ formula: settled, areas: [...areas], periods, calendar: 'statistical', level: 'accepted' }),
  )
  const areaChoices = (list?.areas ?? []).map(({ code, name }) => ({ label: code, name }))
  const shown = trial?.cells.find((it) => it.area === cell?.area && it.period === cell.period) ?? trial?.cells[0]
  const isEmpty = areas.length === 0 || periods.length === 0
  return (
    <section className="card trial" aria-labelledby="trial-title">
      <h2 id="trial-title">{text.title}</h2>
      <p className="mut">{text.hint}</p>
      <ChosenList add={text.addArea} choices={areaChoices} chosen={areas} most={mostChosen} onChange={setAreas} />
      <ChosenList add={text.addPeriod} choices={choices} chosen={periods} most={mostChosen} onChange={setPeriods} />
      {error ? <ProblemNote error={error} /> : null}
      {isEmpty ? <p className="mut">{text.choose}</p> : null}
      {formula === '' && trial && !isEmpty ? <p className="warn">{text.isOfBefore}</p> : null}
      {formula === '' && !trial ? <p className="mut">{text.waits}</p> : null}
      {trial && !isEmpty ? (
        <>
          <TrialTable trial={trial} formula={formula} indicator={indicator} chosen={shown} onChoose={setCell} />
          {shown ? <TrialInputs trial={trial} cell={shown} /> : null}
        </>
      ) : null}
    </section>
  )
}
