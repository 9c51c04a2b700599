import '../../explanation/explain.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IndicatorDetail } from '#contract/catalogue.ts'
import { spokenValue } from '../../explanation/spoken-value.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { areasOptions, trialOptions } from '../catalogue-queries.ts'
import { recentPeriods } from '../trial/trial-periods.ts'
import { ValueExplanation } from './value-explanation.tsx'

/** The newest figure of the province, and on request how it comes about. */
export function LatestValue({ indicator: { code, on, measure, decimals } }: { readonly indicator: IndicatorDetail }) {
  const text = useText()
  const words = text.catalogue.detail
  const [isOpen, setIsOpen] = useState(false)
  const { data: list } = useQuery(areasOptions())
  const area = list?.areas.find(({ level }) => level === 'province')?.code
  const { data: trial } = useQuery(
    trialOptions({
      formula: `[${code}]`,
      areas: area === undefined ? [] : [area],
      periods: recentPeriods(on).map(({ label }) => label),
      calendar: 'statistical',
      level: 'accepted',
    }),
  )
  const latest = trial?.cells.find(({ value }) => value.kind === 'number')
  const name = trial?.periods.find(({ label }) => label === latest?.period)?.name
  return (
    <>
      <dt>{words.latest}</dt>
      <dd>
        {trial ? null : <span className="mut">{text.common.loading}…</span>}
        {trial && !latest ? <span className="mut">{words.noValue}</span> : null}
        {latest ? (
          <p className="row wrap">
            <b className="num-inline">{spokenValue(text, latest.value, decimals)}</b>
            <span>
              {measure}, {name}
            </span>
            <Button look="quiet" isSmall aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {isOpen ? words.hideExplanation : words.explain}
            </Button>
          </p>
        ) : null}
        {latest && isOpen ? (
          <ValueExplanation of={{ indicator: code, area: latest.area, period: latest.period }} />
        ) : null}
      </dd>
    </>
  )
}
