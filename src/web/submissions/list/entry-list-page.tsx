import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useActingAgency } from '../../platform/session.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { listOptions } from '../submission-queries.ts'
import { ListFilters } from './list-filters.tsx'
import { SubmissionTable } from './submission-table.tsx'

/** The acting agency's own submissions, newest period first. */
export function EntryListPage() {
  const text = useText()
  const filters = useSearch({ from: '/inside/entry' })
  const navigate = useNavigate({ from: '/entry' })
  const agency = useActingAgency()
  const { data, error } = useQuery(listOptions({ ...filters, side: 'own' }))
  const isFiltered = filters.period !== undefined || filters.state !== undefined
  return (
    <main className="page" id="main" tabIndex={-1}>
      <title>{`${text.list.entryTitle} · ${text.name.system}`}</title>
      <div className="page-head">
        <h1>{text.list.entryTitle}</h1>
        <p className="ink2">{agency === undefined ? '' : text.list.entryHint(agency.name)}</p>
      </div>
      <div className="list-filters">
        <ListFilters
          filters={filters}
          periods={data?.periods ?? []}
          onChange={(search) => void navigate({ search, replace: true })}
        />
        {data ? <span className="mut">{text.list.count(data.submissions.length)}</span> : null}
      </div>
      {error && !data ? <ProblemNote error={error} /> : null}
      {!data && !error ? <Skeleton label={text.common.loading} /> : null}
      {data && data.submissions.length > 0 ? (
        <SubmissionTable label={text.list.entryTitle} submissions={data.submissions} leadsTo="entry" />
      ) : null}
      {data?.submissions.length === 0 ? (
        <EmptyState
          icon="table"
          title={isFiltered ? text.list.emptyTitle : text.list.noneTitle}
          advice={isFiltered ? text.list.emptyAdvice : text.list.noneAdvice}
        >
          {isFiltered ? <Button onClick={() => void navigate({ search: {} })}>{text.list.clear}</Button> : null}
        </EmptyState>
      ) : null}
    </main>
  )
}
