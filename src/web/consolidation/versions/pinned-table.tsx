import type { PinnedContent } from '#contract/versions.ts'
import { shownNumber, signOf } from '../../explanation/spoken-value.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import { Icon } from '../../ui/icons.tsx'
import { Fraction, NumberText } from '../../ui/number-text.tsx'
import { type CellPlace, useCellFocus } from '../../ui/use-cell-focus.ts'

interface PinnedTableProps {
  readonly content: PinnedContent
  readonly label: string
  /** The number that is explained. */
  readonly openCell: CellPlace | null
  onOpen(cell: CellPlace): void
}

/** The table as it was pinned: nothing is computed anew. Each number opens its explanation. */
export function PinnedTable({ content: { columns, rows }, label, openCell, onOpen }: PinnedTableProps) {
  const text = useText()
  const shown = columns
    .filter((column) => column.isShown)
    .map((column) => ({ ...column, digits: digitsOf(rows, column) }))
  const focus = useCellFocus({
    first: { row: rows.find(({ kind }) => kind !== 'title')?.key ?? '', column: shown[0]?.key ?? '' },
    isShown: (row) => rows.some(({ key }) => key === row),
    open: onOpen,
  })
  const isAt = (place: CellPlace | null, row: string, column: string): boolean =>
    place?.row === row && place.column === column
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className="pinned-table-frame" tabIndex={0} aria-label={label}>
      <table
        ref={focus.ref}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus is a grid
        role="grid"
        className="pinned-table"
        aria-label={label}
        onKeyDown={focus.onKeyDown}
        onClick={focus.onClick}
        onFocus={focus.onFocus}
      >
        <thead>
          <tr>
            <th scope="col" className="p-ordinal">
              {text.province.ordinal}
            </th>
            <th scope="col">{text.province.indicator}</th>
            <th scope="col" className="p-measure">
              {text.province.measure}
            </th>
            {shown.map((column) => (
              <th key={column.key} scope="col" className="num">
                {column.header.join(' · ')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row.kind === 'title' ? (
              <tr key={row.key} className="is-title">
                <td className="p-ordinal">{row.ordinal}</td>
                <th scope="rowgroup" colSpan={2 + shown.length}>
                  {row.label}
                </th>
              </tr>
            ) : (
              <tr key={row.key} className={row.kind === 'total' ? 'is-total' : ''}>
                <td className="p-ordinal">{row.ordinal}</td>
                <th scope="row" className={`level-${Math.min(row.level, 3)}`}>
                  {row.label}
                  <small className="measure-below mut">{row.measure}</small>
                </th>
                <td className="p-measure mut">{row.measure}</td>
                {shown.map((column) => (
                  <Value
                    key={column.key}
                    text={text}
                    row={row}
                    column={column}
                    digits={column.digits}
                    isActive={isAt(focus.active, row.key, column.key)}
                    isOpen={isAt(openCell, row.key, column.key)}
                  />
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  )
}

interface ValueProps {
  readonly text: Text
  readonly row: PinnedContent['rows'][number]
  readonly column: PinnedContent['columns'][number]
  /** Places after the comma of the widest number of the column: its numbers align on the comma. */
  readonly digits: number
  readonly isActive: boolean
  readonly isOpen: boolean
}

function decimalsIn(row: PinnedContent['rows'][number], column: PinnedContent['columns'][number]): number {
  return column.decimals ?? (column.role === 'ratio' ? 1 : row.decimals)
}

function digitsOf(rows: PinnedContent['rows'], column: PinnedContent['columns'][number]): number {
  const isNumber = (row: PinnedContent['rows'][number]): boolean =>
    row.cells.some((cell) => cell.column === column.key && cell.value.kind === 'number')
  return Math.max(0, ...rows.filter(isNumber).map((row) => decimalsIn(row, column)))
}

function Value({ text, row, column, digits, isActive, isOpen }: ValueProps) {
  const cell = row.cells.find((one) => one.column === column.key)
  if (!cell) return <td />
  const { value, isPartial, adjustments } = cell
  const place = { 'data-row': row.key, 'data-column': column.key, tabIndex: isActive ? 0 : -1, 'aria-selected': isOpen }
  const look = isOpen ? 'num is-open' : 'num'
  if (value.kind !== 'number') {
    const sign =
      value.reason === 'absent' && column.role === 'amount'
        ? { text: '…', title: text.signs.absent }
        : signOf(text, value)
    return (
      <td className={`${look} mut`} title={sign.title} {...place}>
        {sign.text}
        <Fraction digits={digits} />
      </td>
    )
  }
  return (
    <td className={look} {...place}>
      {isPartial && column.role === 'amount' ? <Icon name="pie" size={14} label={text.consolidation.partial} /> : null}
      {adjustments.length > 0 ? <Icon name="adjusted" size={14} label={text.consolidation.isAdjusted} /> : null}{' '}
      <NumberText shown={shownNumber(value.value, decimalsIn(row, column))} digits={digits} />
    </td>
  )
}
