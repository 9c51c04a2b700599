import { Link } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useRef } from 'react'
import type { IndicatorList as List } from '#contract/catalogue.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icons.tsx'
import { depthOf, filterIndicators } from './filter-indicators.ts'
import { IndicatorFilters } from './indicator-filters.tsx'
import type { IndicatorSearch } from './indicator-search.ts'

interface IndicatorListProps {
  readonly list: List
  readonly filters: IndicatorSearch
  readonly chosen: string | undefined
  onChange(search: IndicatorSearch): void
}

/** The indicators that the filters leave, each a link that keeps the filters. */
export function IndicatorList({ list, filters, chosen, onChange }: IndicatorListProps) {
  const text = useText().catalogue
  const found = filterIndicators(list.indicators, useDeferredValue(filters))
  const rows = useRef<HTMLUListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice means another row to bring into sight
  useEffect(() => {
    rows.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const clear = { q: undefined, group: undefined, owner: undefined, nature: undefined, formula: undefined }
  return (
    <section className="card indicator-list" aria-label={text.indicators}>
      <IndicatorFilters list={list} filters={filters} onChange={onChange} />
      <p className="indicator-count" role="status">
        {text.shown(found.length, list.indicators.length)}
      </p>
      {found.length === 0 ? (
        <EmptyState icon="search" title={text.emptyTitle} advice={text.emptyAdvice}>
          <Button onClick={() => onChange(clear)}>{text.clear}</Button>
        </EmptyState>
      ) : (
        <ul ref={rows}>
          {found.map(({ code, name, measure, formula, valueKind }) => (
            <li key={code}>
              <Link
                to="/catalogue/indicators/$code"
                params={{ code }}
                search={filters}
                aria-current={code === chosen ? 'true' : undefined}
                preload={false}
              >
                <i>{code}</i>
                <span className={`step-${Math.min(depthOf(code), 2)}${valueKind === 'title' ? ' is-title' : ''}`}>
                  {name} <small>{measure}</small>
                </span>
                {formula === '' ? null : <Icon name="fx" size={14} label={text.formulaFilter} />}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
