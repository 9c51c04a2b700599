import { useMemo } from 'react'
import type { GridSelection } from '#core/form/selection.ts'
import { rangeOf } from '#core/form/selection.ts'
import type { GridText } from '../../platform/text/grid-vi.ts'
import { GridHead } from './grid-head.tsx'
import type { GridProps } from './grid-model.ts'
import { GridRowView } from './grid-row.tsx'
import type { RefusedTexts } from './use-refused.ts'
import type { CellRows } from './use-selection.ts'

interface GridTableProps extends Pick<GridProps, 'label' | 'leads' | 'headings' | 'columns' | 'rows'> {
  readonly cells: CellRows
  readonly selection: GridSelection
  readonly refused: RefusedTexts
  readonly text: GridText
}

export function GridTable({ label, leads, headings, columns, rows, cells, selection, refused, text }: GridTableProps) {
  const offsets = useMemo(
    () => leads.map((_, index) => leads.slice(0, index).reduce((sum, lead) => sum + lead.width, 0)),
    [leads],
  )
  const refusedByRow = useMemo(() => byRow(refused), [refused])
  const slots = useMemo(() => fractionSlots(columns, cells), [columns, cells])
  const range = rangeOf(selection)
  const width = [...leads, ...columns].reduce((sum, column) => sum + column.width, 0)
  const headRows = headings.length + 1
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern on real rows and headings
      role="grid"
      className="grid-table"
      aria-label={label}
      aria-multiselectable="true"
      aria-rowcount={rows.length + headRows}
      aria-colcount={leads.length + columns.length}
      style={{ width, ...slots }}
    >
      <colgroup>
        {[...leads, ...columns].map((column) => (
          <col key={column.key} style={{ width: column.width }} />
        ))}
      </colgroup>
      <GridHead leads={leads} headings={headings} columns={columns} offsets={offsets} />
      <tbody>
        {rows.map((row, index) => {
          const isInRange = index >= range.top && index <= range.bottom
          return (
            <GridRowView
              key={row.key}
              row={row}
              index={index}
              headRows={headRows}
              cells={cells[index] ?? []}
              columns={columns}
              leads={leads}
              offsets={offsets}
              activeColumn={index === selection.active.row ? selection.active.column : -1}
              left={isInRange ? range.left : -1}
              right={isInRange ? range.right : -1}
              isRangeTop={index === range.top}
              isRangeBottom={index === range.bottom}
              startsOfWhich={row.kind === 'ofWhich' && !continues(rows[index - 1], row)}
              refusedTexts={refusedByRow.get(index)}
              text={text}
            />
          )
        })}
      </tbody>
    </table>
  )
}

const continues = (above: GridProps['rows'][number] | undefined, row: GridProps['rows'][number]): boolean =>
  above?.kind === 'ofWhich' && above.level >= row.level

function byRow(refused: RefusedTexts): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const rows = new Map<number, Map<number, string>>()
  for (const { row, column, text } of refused.values()) {
    const texts = rows.get(row) ?? new Map<number, string>()
    rows.set(row, texts.set(column, text))
  }
  return rows
}

/** Room for the widest fraction among the amounts, and among the ratios, so that all commas stand in one line. */
function fractionSlots(columns: GridProps['columns'], cells: CellRows): Record<string, string> {
  const widest = (wantsRatio: boolean) =>
    cells
      .flatMap((row) => row.filter((_, column) => (columns[column]?.isRatio === true) === wantsRatio))
      .reduce((most, cell) => Math.max(most, cell.decimals, (cell.display.split(',')[1] ?? '').length), 0)
  const slot = (digits: number) => (digits === 0 ? '0px' : `calc(${digits}ch + 0.28em)`)
  return { '--slot-amount': slot(widest(false)), '--slot-ratio': slot(widest(true)) }
}
