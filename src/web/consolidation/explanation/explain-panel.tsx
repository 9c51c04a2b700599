import { useQuery } from '@tanstack/react-query'
import type { ProvinceTable } from '#contract/province.ts'
import { ExplainFrame } from '../../explanation/explain-frame.tsx'
import { FormulaNote } from '../../explanation/formula-note.tsx'
import { HistoryList } from '../../explanation/history-list.tsx'
import { PartTree } from '../../explanation/part-tree.tsx'
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

/** Why one number of the province's table is what it is, and what can be done about it. */
export function ExplainPanel({ table, cell }: ExplainPanelProps) {
  const { change } = useProvinceSearch()
  const area = table.area.key === '' ? undefined : table.area.key
  const of = { period: table.period.label, area, reading: table.reading }
  const { data, error, refetch } = useQuery(explanationOptions(of, cell))
  const row = table.rows.find(({ key }) => key === cell.row)
  const name = `${cell.row}.${cell.column}`
  const close = (): void => {
    change({ row: undefined, column: undefined })
    focusCell(cell)
  }
  return (
    <ExplainFrame
      of={name}
      error={error}
      onRetry={() => void refetch()}
      onClose={close}
      foot={data ? <ExplainFoot table={table} cell={cell} explanation={data} row={row} /> : null}
    >
      {data ? (
        <>
          <ExplainedNumber explanation={data} row={row} columns={table.columns} column={cell.column} />
          <FormulaNote node={data.node} />
          <PartTree key={name} explanation={data} />
          <AdjustmentList explanation={data} />
          {table.can.includes('ask') ? <CellQuestions period={table.period.label} cell={cell} /> : null}
          <HistoryList explanation={data} />
        </>
      ) : null}
    </ExplainFrame>
  )
}
