import { memo } from 'react'
import { sameValue } from '#core/quantity/cell-value.ts'
import type { GridText } from '../../platform/text/grid-vi.ts'
import { GridCellView } from './grid-cell.tsx'
import type { GridCell, GridColumn, GridRow, LeadColumn } from './grid-model.ts'

export interface GridRowProps {
  readonly row: GridRow
  readonly index: number
  /** Rows of headings above, for the row index that is read aloud. */
  readonly headRows: number
  readonly cells: readonly GridCell[]
  readonly columns: readonly GridColumn[]
  readonly leads: readonly LeadColumn[]
  readonly offsets: readonly number[]
  /** -1 when the active cell is in another row. */
  readonly activeColumn: number
  /** -1 when the row is outside the range. */
  readonly left: number
  readonly right: number
  readonly isRangeTop: boolean
  readonly isRangeBottom: boolean
  readonly startsOfWhich: boolean
  readonly refusedTexts: ReadonlyMap<number, string> | undefined
  readonly text: GridText
}

function GridRowBody(props: GridRowProps) {
  const { row, index, headRows, cells, columns, leads, offsets, activeColumn, left, right } = props
  const edgesAt = (column: number) =>
    column < left || column > right || left === -1
      ? ''
      : `${props.isRangeTop ? 't' : ''}${column === right ? 'r' : ''}${props.isRangeBottom ? 'b' : ''}${column === left ? 'l' : ''}`
  const isTitle = row.kind === 'title'
  const names = ['grid-row', `grid-row-${row.kind}`, activeColumn === -1 ? '' : 'grid-current']
  return (
    <tr className={names.filter(Boolean).join(' ')} data-row={index} aria-rowindex={headRows + index + 1}>
      {leads.map((lead, at) => (
        <Lead
          key={lead.key}
          row={row}
          at={at}
          isName={lead.isName === true}
          left={offsets[at] ?? 0}
          ofWhich={row.kind === 'ofWhich' ? props.text.ofWhich : undefined}
          startsOfWhich={props.startsOfWhich}
        />
      ))}
      {isTitle ? (
        <td className="grid-title-rest" colSpan={columns.length} aria-colindex={row.leads.length + 1} />
      ) : (
        columns.map((column, at) => {
          const cell = cells[at]
          return (
            cell && (
              <GridCellView
                key={column.key}
                cell={cell}
                column={at}
                colIndex={row.leads.length + at + 1}
                isRatio={column.isRatio === true}
                isActive={at === activeColumn}
                isSelected={left !== -1 && at >= left && at <= right}
                edges={edgesAt(at)}
                refusedText={props.refusedTexts?.get(at)}
                text={props.text}
              />
            )
          )
        })
      )}
    </tr>
  )
}

interface LeadProps {
  readonly row: GridRow
  readonly at: number
  readonly isName: boolean
  readonly left: number
  readonly ofWhich: string | undefined
  readonly startsOfWhich: boolean
}

function Lead({ row, at, isName, left, ofWhich, startsOfWhich }: LeadProps) {
  const text = row.leads[at] ?? ''
  const isLast = at === row.leads.length - 1
  const className = `grid-lead${isLast ? ' grid-lead-last' : ''}${isName ? ' grid-name' : ''}`
  if (!isName) {
    return (
      <td className={className} style={{ left }} aria-colindex={at + 1}>
        {text}
      </td>
    )
  }
  const style = { left, paddingLeft: 6 + row.level * 12 }
  const scope = row.kind === 'title' ? 'rowgroup' : 'row'
  return (
    <th className={className} style={style} scope={scope} aria-colindex={at + 1} title={text}>
      {ofWhich !== undefined && (
        <i className={startsOfWhich ? 'grid-of-which' : 'grid-of-which grid-ghost'}>{ofWhich} </i>
      )}
      {text}
    </th>
  )
}

const sameCell = (a: GridCell, b: GridCell | undefined): boolean =>
  a === b ||
  (b !== undefined &&
    sameValue(a.value, b.value) &&
    a.display === b.display &&
    a.kind === b.kind &&
    a.state === b.state &&
    a.finding?.kind === b.finding?.kind &&
    a.finding?.message === b.finding?.message &&
    a.note === b.note &&
    a.isRevised === b.isRevised &&
    a.isStated === b.isStated &&
    a.isAdjusted === b.isAdjusted &&
    a.isNotable === b.isNotable)

/** A row is drawn again only when something in it has changed; cells are compared by what they show. */
export const GridRowView = memo(GridRowBody, (before, after) => {
  const { cells: oldCells, ...oldRest } = before
  const { cells, ...rest } = after
  const keys = Object.keys(rest) as (keyof typeof rest)[]
  return (
    keys.every((key) => oldRest[key] === rest[key]) &&
    cells.length === oldCells.length &&
    cells.every((cell, index) => sameCell(cell, oldCells[index]))
  )
})
