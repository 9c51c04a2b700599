import './indicators.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useText } from '../../platform/text/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { indicatorsOptions } from '../catalogue-queries.ts'
import { CatalogueTabs } from '../catalogue-tabs.tsx'
import { IndicatorView } from '../indicator/indicator-view.tsx'
import { GroupList } from './group-list.tsx'
import { IndicatorList } from './indicator-list.tsx'
import type { IndicatorSearch } from './indicator-search.ts'

/** Groups, the indicators that the filters leave, and the chosen one in full. On a phone one after the other. */
export function IndicatorsPage() {
  const text = useText()
  const { code } = useParams({ strict: false })
  const filters = useSearch({ strict: false }) as IndicatorSearch
  const navigate = useNavigate()
  const { data, error } = useQuery(indicatorsOptions())
  const change = (search: IndicatorSearch): void =>
    void navigate({ to: '.', search: { ...filters, ...search }, replace: true })
  return (
    <main className="page catalogue" id="main" tabIndex={-1}>
      <title>{`${code === undefined ? '' : `${code} · `}${text.catalogue.indicatorsTitle} · ${text.name.system}`}</title>
      <div className="page-head">
        <h1>{text.catalogue.indicatorsTitle}</h1>
        <p className="ink2">{data ? text.catalogue.count(data.indicators.length) : ''}</p>
      </div>
      <CatalogueTabs />
      {error && !data ? <ProblemNote error={error} /> : null}
      {!data && !error ? <Skeleton label={text.common.loading} lines={12} /> : null}
      {data ? (
        <div className={code === undefined ? 'indicators' : 'indicators has-choice'}>
          <GroupList list={data} chosen={filters.group} onChoose={(group) => change({ group })} />
          <IndicatorList list={data} filters={filters} chosen={code} onChange={change} />
          {code === undefined ? (
            <div className="indicator-none">
              <EmptyState icon="book" title={text.catalogue.chooseTitle} advice={text.catalogue.chooseAdvice} />
            </div>
          ) : (
            <IndicatorView key={code} code={code} filters={filters} />
          )}
        </div>
      ) : null}
    </main>
  )
}
