import { type KeyboardEvent, useRef, useState } from 'react'
import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../platform/text/use-text.ts'
import type { ProvinceRow } from './open-rows.ts'
import { ProvinceRowView } from './province-row.tsx'

interface ProvinceTableViewProps {
  readonly table: ProvinceTable
  readonly rows: readonly ProvinceRow[]
  /** `row.column` of the number being explained. */
  readonly chosen: string | undefined
  onExplain(cell: string): void
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** One stop of the Tab key; arrows go from number to number, Enter explains. */
export function ProvinceTableView({ table, rows, chosen, onExplain }: ProvinceTableViewProps) {
  const text = useText().province
  const scroller = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(chosen)
  const numbers = rows.filter(({ kind }) => kind !== 'title')
  const first = numbers[0] && table.columns[0] && `${numbers[0].key}.${table.columns[0].key}`
  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset.cell
    if (!step || from === undefined) return
    const dot = from.indexOf('.')
    const row = numbers[numbers.findIndex(({ key }) => key === from.slice(0, dot)) + step[0]]
    const column = table.columns[table.columns.findIndex(({ key }) => key === from.slice(dot + 1)) + step[1]]
    event.preventDefault()
    if (!row || !column) return
    const to = `${row.key}.${column.key}`
    setStop(to)
    scroller.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(to)}"]`)?.focus()
  }
  return (
    <div className="province-scroll" ref={scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern on real rows and headings */}
      <table className="province-table" role="grid" aria-label={table.title} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">{text.ordinal}</th>
            <th scope="col">{text.indicator}</th>
            <th scope="col">{text.measure}</th>
            {table.columns.map(({ key, header, width }) => (
              <th key={key} scope="col" style={{ width }}>
                {header.join(' ')}
              </th>
            ))}
            <th scope="col">{text.source}</th>
            <th scope="col">{text.status}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ProvinceRowView
              key={row.key}
              row={row}
              columns={table.columns}
              chosen={chosen}
              stop={stop ?? first}
              onExplain={(cell) => {
                setStop(cell)
                onExplain(cell)
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
