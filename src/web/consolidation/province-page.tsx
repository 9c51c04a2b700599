import './province.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useText } from '../platform/text/use-text.ts'
import { PageProblem } from '../ui/page-problem.tsx'
import { ExplainPanel } from './explain-panel.tsx'
import { needsWork, onlyOpen } from './open-rows.ts'
import { ProvinceHead } from './province-head.tsx'
import { tableOptions } from './province-queries.ts'
import { ProvinceStatus } from './province-status.tsx'
import { ProvinceTableView } from './province-table.tsx'
import { SummaryStrip } from './summary-strip.tsx'

/** The province's table of a period; every number in it can be explained down to the cell it was typed in. */
export function ProvincePage() {
  const text = useText()
  const { period } = useParams({ from: '/inside/province/$period' })
  const { reading = 'accepted', only, cell } = useSearch({ from: '/inside/province/$period' })
  const navigate = useNavigate({ from: '/province/$period' })
  const { data: table, error, dataUpdatedAt } = useQuery(tableOptions({ period, reading }))
  if (!table) return <PageProblem error={error} />
  const explain = (chosen: string | undefined): void =>
    void navigate({ search: (old) => ({ ...old, cell: chosen }), replace: true })
  return (
    <main className="work province" id="main" tabIndex={-1}>
      <title>{`${table.title}, ${table.period.name} · ${text.name.system}`}</title>
      <ProvinceHead table={table} reading={reading} />
      <SummaryStrip table={table} open={table.rows.filter(needsWork).length} isOnlyOpen={only === 'open'} />
      <div className="work-body">
        <ProvinceTableView
          table={table}
          rows={only === 'open' ? onlyOpen(table.rows) : table.rows}
          chosen={cell}
          onExplain={explain}
        />
        {cell === undefined ? null : (
          <ExplainPanel
            key={cell}
            table={table}
            of={{ period, reading }}
            cell={cell}
            onClose={() => {
              explain(undefined)
              document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cell)}"]`)?.focus()
            }}
          />
        )}
      </div>
      <ProvinceStatus reading={reading} updatedAt={dataUpdatedAt} />
    </main>
  )
}
