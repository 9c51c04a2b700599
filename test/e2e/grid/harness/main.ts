/** The grid on its own page: keeps what is committed in memory and lets the browser tests look at it. */
import { createElement, Profiler, useCallback, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { CellValue } from '../../../../src/core/quantity/cell-value.ts'
import { signOf } from '../../../../src/core/quantity/cell-value.ts'
import { formatVi } from '../../../../src/core/quantity/vietnamese-number.ts'
import { Grid } from '../../../../src/web/ui/grid/grid.tsx'
import type { GridCell, GridEdit, GridHandle, GridStatus } from '../../../../src/web/ui/grid/grid-model.ts'
import { columns, headings, leads, rows, sampleCells } from './sample-form.ts'

export interface HarnessWindow extends Window {
  harness: {
    commits: GridEdit[][]
    renders: number
    status: GridStatus | undefined
    handle: GridHandle | null
    /** Somebody else's value arrives. */
    receive: (row: number, column: number, value: CellValue) => void
  }
}

const harness: HarnessWindow['harness'] = {
  commits: [],
  renders: 0,
  status: undefined,
  handle: null,
  receive: () => undefined,
}
;(window as unknown as HarnessWindow).harness = harness

const noCell: GridCell = { kind: 'none', value: { kind: 'absent' }, display: '', state: 'idle', decimals: 0, title: '' }

const displayOf = (value: CellValue, text: string): string => {
  if (value.kind === 'number') return formatVi(value.value)
  if (value.kind === 'text') return value.text
  return text === '' && value.kind === 'absent' ? '' : (signOf(value) ?? '')
}

const tall = new URLSearchParams(location.search).has('tall')
const shownRows = tall
  ? Array.from(
      { length: 60 },
      (_, index) => ({ ...(rows[1 + (index % 9)] ?? rows[1]), key: `t${index}` }) as (typeof rows)[number],
    )
  : rows

const conflict = '8:2'
const besideCell = ({ row, column }: { row: number; column: number }) =>
  `${row}:${column}` === conflict
    ? createElement(
        'div',
        { style: { width: 330, height: 200, background: '#fff', border: '1px solid' } },
        'Hai giá trị',
      )
    : undefined

function Harness() {
  const [cells, setCells] = useState(sampleCells)
  const ref = useRef<GridHandle>(null)
  const put = useCallback((row: number, column: number, change: Partial<GridCell>) => {
    setCells((old) => {
      const key = `${row}:${column}`
      return new Map(old).set(key, { ...(old.get(key) ?? noCell), ...change })
    })
  }, [])
  const cellAt = useCallback(
    (row: number, column: number) => cells.get(`${tall ? 1 + (row % 9) : row}:${column}`) ?? noCell,
    [cells],
  )
  const onCommit = useCallback(
    (edits: readonly GridEdit[]) => {
      harness.commits.push([...edits])
      for (const { row, column, value, text } of edits) {
        put(row, column, { value, display: displayOf(value, text), state: 'saved' })
      }
    },
    [put],
  )
  const onStatus = useCallback((status: GridStatus) => {
    harness.status = status
    harness.handle = ref.current
  }, [])
  harness.receive = (row, column, value) => put(row, column, { value, display: displayOf(value, '?') })
  return createElement(
    Profiler,
    { id: 'grid', onRender: () => (harness.renders += 1) },
    createElement(Grid, {
      ref,
      label: 'Biểu 1',
      leads,
      headings,
      columns,
      rows: shownRows,
      cellAt,
      besideCell,
      onCommit,
      onStatus,
    }),
  )
}

const root = document.querySelector('#root')
if (root) createRoot(root).render(createElement(Harness))
