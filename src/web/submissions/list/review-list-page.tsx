import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SubmissionSummary } from '#contract/submissions.ts'
import { useReviewPlace } from '../../platform/text/review-place.ts'
import { useText, useYou } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ListFilters } from './list-filters.tsx'
import { SubmissionTable } from './submission-table.tsx'
import { useList } from './use-list.ts'

const decides = ({ can }: SubmissionSummary): boolean => can.some((verb) => verb !== 'submit' && verb !== 'withdraw')

/** What waits for my decision, and everything I may look at. */
export function ReviewListPage() {
  const text = useText()
  const { you } = useYou()
  const title = useReviewPlace()
  const { show = 'waiting', ...filters } = useSearch({ from: '/inside/review' })
  const navigate = useNavigate({ from: '/review' })
  const isWaiting = show === 'waiting'
  const list = useList(isWaiting ? { ...filters, open: 'true' } : filters)
  const { error, isLoading, periods, more } = list
  const shown = list.submissions?.filter((it) => !isWaiting || decides(it))
  const total = isWaiting ? (shown?.length ?? 0) : list.total
  return (
    <main className="page" id="main" tabIndex={-1}>
      <title>{`${title} · ${text.name.system}`}</title>
      <div className="page-head">
        <h1>{title}</h1>
        <p className="ink2">{text.list.reviewHint(you)}</p>
      </div>
      <div className="list-filters">
        <Segments
          label={text.list.show}
          value={show}
          choices={[
            { value: 'waiting', label: text.list.waiting(you) },
            { value: 'all', label: text.list.everything },
          ]}
          onChoose={(chosen) => void navigate({ search: { ...filters, show: chosen }, replace: true })}
        />
        <ListFilters
          filters={filters}
          periods={periods}
          onChange={(search) => void navigate({ search: { ...search, show }, replace: true })}
        />
        {shown ? <span className="mut">{text.list.count(total)}</span> : null}
      </div>
      {error && !shown ? <ProblemNote error={error} /> : null}
      {isLoading ? <Skeleton label={text.common.loading} /> : null}
      {shown && shown.length > 0 ? (
        <SubmissionTable label={title} submissions={shown} leadsTo="review" more={more} />
      ) : null}
      {shown?.length === 0 ? (
        <NothingShown show={show} isFiltered={filters.period !== undefined || filters.state !== undefined} />
      ) : null}
    </main>
  )
}

interface NothingShownProps {
  readonly show: 'waiting' | 'all'
  readonly isFiltered: boolean
}

function NothingShown({ show, isFiltered }: NothingShownProps) {
  const text = useText().list
  const { You } = useYou()
  const navigate = useNavigate({ from: '/review' })
  return show === 'waiting' && !isFiltered ? (
    <EmptyState icon="check" title={text.nothingToDecideTitle(You)} advice={text.nothingToDecideAdvice}>
      <Button onClick={() => void navigate({ search: { show: 'all' } })}>{text.everything}</Button>
    </EmptyState>
  ) : (
    <EmptyState icon="eye" title={text.emptyTitle} advice={text.emptyAdvice}>
      <Button onClick={() => void navigate({ search: { show } })}>{text.clear}</Button>
    </EmptyState>
  )
}
