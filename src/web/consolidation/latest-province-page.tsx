import { useQuery } from '@tanstack/react-query'
import { Navigate, useSearch } from '@tanstack/react-router'
import { isProblem } from '../platform/problem-error.ts'
import { useText } from '../platform/text/use-text.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { tableOptions } from './province-queries.ts'
import { TableProblem } from './table-problem.tsx'

/** The place without a period: goes on to the latest one, so that the address always names what is shown. */
export function LatestProvincePage() {
  const text = useText()
  const search = useSearch({ from: '/inside/province' })
  const { data, error, refetch } = useQuery(tableOptions({ reading: search.reading ?? 'accepted' }))
  if (data) return <Navigate to="/province/$period" params={{ period: data.period.label }} search={search} replace />
  return (
    <main className="page" id="main" tabIndex={-1}>
      <title>{`${text.province.title} · ${text.name.system}`}</title>
      {error ? (
        <div className="page-head">
          <h1>{text.province.title}</h1>
        </div>
      ) : null}
      {isProblem(error, 'province.unknown') ? (
        <EmptyState icon="bars" title={text.province.noneTitle} advice={text.province.noneAdvice} />
      ) : error ? (
        <TableProblem error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton label={text.common.loading} lines={12} />
      )}
    </main>
  )
}
