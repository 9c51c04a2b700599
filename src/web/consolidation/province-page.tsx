import './province.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { isProblem } from '../platform/problem-error.ts'
import { useText } from '../platform/text/use-text.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { AgencyStrip } from './agency-strip.tsx'
import { ExplainPanel } from './explanation/explain-panel.tsx'
import { LiveLine } from './live-line.tsx'
import { NotYetNote } from './not-yet-note.tsx'
import { PrintHead } from './print-head.tsx'
import { ProvinceHead } from './province-head.tsx'
import { tableOptions } from './province-queries.ts'
import { ProvinceTableView } from './table/province-table-view.tsx'
import { TableProblem } from './table-problem.tsx'
import { tableTitle } from './table-title.ts'
import { useProvinceSearch } from './use-province-search.ts'
import { PinnedNote } from './versions/pinned-note.tsx'

/** The province's table of one period, with the explanation of the number asked for beside it. */
export function ProvincePage() {
  const text = useText()
  const { period } = useParams({ from: '/inside/province/$period' })
  const { reading, area, openCell } = useProvinceSearch()
  const { data, error, refetch, isPlaceholderData } = useQuery(tableOptions({ period, area, reading }))
  // A group that was removed while its table is open is no table any more, however lately it was read.
  const isGone = isProblem(error, 'province.area-unknown') || isProblem(error, 'province.unknown')
  const table = isGone ? undefined : data
  const title = table ? tableTitle(text, table) : text.province.title
  return (
    <main className="province" id="main" tabIndex={-1} aria-busy={isPlaceholderData || !(table || error)}>
      <title>{`${title} · ${text.name.system}`}</title>
      {table ? (
        <>
          <PrintHead table={table} />
          <ProvinceHead table={table} />
          <AgencyStrip table={table} />
          <NotYetNote table={table} />
          <PinnedNote table={table} />
          <div className="province-body">
            <ProvinceTableView table={table} />
            {openCell ? <ExplainPanel table={table} cell={openCell} /> : null}
          </div>
          <LiveLine table={table} />
        </>
      ) : (
        <div className="province-waiting">
          {error ? (
            <>
              <div className="page-head">
                <h1>{text.province.title}</h1>
              </div>
              <TableProblem error={error} onRetry={() => void refetch()} />
            </>
          ) : (
            <Skeleton label={text.common.loading} lines={18} />
          )}
        </div>
      )}
    </main>
  )
}
