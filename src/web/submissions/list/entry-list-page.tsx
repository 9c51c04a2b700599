import { useNavigate, useSearch } from '@tanstack/react-router'
import { useActingAgency } from '../../platform/session.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ListFilters } from './list-filters.tsx'
import { SubmissionTable } from './submission-table.tsx'
import { useList } from './use-list.ts'

/** The acting agency's own submissions, newest period first. */
export function EntryListPage() {
  const text = useText()
  const filters = useSearch({ from: '/inside/entry' })
  const navigate = useNavigate({ from: '/entry' })
  const agency = useActingAgency()
  const { submissions, error, isLoading, periods, total, more } = useList({ ...filters, side: 'own' })
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
          periods={periods}
          onChange={(search) => void navigate({ search, replace: true })}
        />
        {submissions ? <span className="mut">{text.list.count(total)}</span> : null}
      </div>
      {error && !submissions ? <ProblemNote error={error} /> : null}
      {isLoading ? <Skeleton label={text.common.loading} /> : null}
      {submissions && submissions.length > 0 ? (
        <SubmissionTable label={text.list.entryTitle} leadsTo="entry" {...{ submissions, more }} />
      ) : null}
      {submissions?.length === 0 ? (
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
