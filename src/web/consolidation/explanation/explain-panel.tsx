import '../../explanation/explain.css'
import { useQuery } from '@tanstack/react-query'
import type { ProvinceTable } from '#contract/province.ts'
import { FormulaNote } from '../../explanation/formula-note.tsx'
import { HistoryList } from '../../explanation/history-list.tsx'
import { PartTree } from '../../explanation/part-tree.tsx'
import { usePanelFocus } from '../../explanation/use-panel-focus.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { type CellPlace, focusCell } from '../../ui/use-cell-focus.ts'
import { AdjustmentList } from '../adjustments/adjustment-list.tsx'
import { explanationOptions } from '../province-queries.ts'
import { CellQuestions } from '../questions/cell-questions.tsx'
import { useProvinceSearch } from '../use-province-search.ts'
import { ExplainFoot } from './explain-foot.tsx'
import { ExplainedNumber } from './explained-number.tsx'

interface ExplainPanelProps {
  readonly table: ProvinceTable
  readonly cell: CellPlace
}

/** Why one number is what it is. Beside the table; on a phone over it. */
export function ExplainPanel({ table, cell }: ExplainPanelProps) {
  const text = useText()
  const { change } = useProvinceSearch()
  const area = table.area.key === '' ? undefined : table.area.key
  const of = { period: table.period.label, area, reading: table.reading }
  const { data, error, refetch } = useQuery(explanationOptions(of, cell))
  const row = table.rows.find(({ key }) => key === cell.row)
  const close = (): void => {
    change({ row: undefined, column: undefined })
    focusCell(cell)
  }
  const heading = usePanelFocus(`${cell.row}.${cell.column}`, close)
  return (
    <aside className="explain no-print" aria-labelledby="explain-title">
      <div className="explain-head">
        <h2 id="explain-title" ref={heading} tabIndex={-1}>
          {text.province.explain.title}
        </h2>
        <Button look="quiet" isSmall aria-label={text.province.explain.close} onClick={close}>
          <Icon name="close" />
        </Button>
      </div>
      {data ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <section className="explain-body" tabIndex={0} aria-labelledby="explain-title">
          <ExplainedNumber explanation={data} row={row} columns={table.columns} column={cell.column} />
          <FormulaNote node={data.node} />
          <PartTree key={`${cell.row}.${cell.column}`} explanation={data} />
          <AdjustmentList explanation={data} />
          {table.can.includes('ask') ? <CellQuestions period={table.period.label} cell={cell} /> : null}
          <HistoryList explanation={data} />
        </section>
      ) : (
        <div className="explain-body">
          {error ? (
            <ProblemNote error={error}>
              <Button onClick={() => void refetch()}>{text.common.retry}</Button>
            </ProblemNote>
          ) : (
            <Skeleton label={text.common.loading} lines={9} />
          )}
        </div>
      )}
      {data ? <ExplainFoot table={table} cell={cell} explanation={data} row={row} /> : null}
    </aside>
  )
}
