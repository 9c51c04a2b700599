import type { PinnedContent } from '#contract/versions.ts'
import { shownNumber, signOf } from '../../explanation/spoken-value.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import { Icon } from '../../ui/icons.tsx'

interface PinnedTableProps {
  readonly content: PinnedContent
  readonly label: string
}

/** The table as it was pinned: nothing is computed anew. */
export function PinnedTable({ content: { columns, rows }, label }: PinnedTableProps) {
  const text = useText()
  const shown = columns.filter((column) => column.isShown)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className="pinned-table-frame" tabIndex={0} aria-label={label}>
      <table className="pinned-table">
        <thead>
          <tr>
            <th scope="col">{text.province.ordinal}</th>
            <th scope="col">{text.province.indicator}</th>
            <th scope="col">{text.province.measure}</th>
            {shown.map((column) => (
              <th key={column.key} scope="col" className="num">
                {column.header.join(' · ')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.kind === 'title' ? 'is-title' : row.kind === 'total' ? 'is-total' : ''}>
              <td>{row.ordinal}</td>
              <th scope="row" className={`level-${Math.min(row.level, 3)}`}>
                {row.label}
              </th>
              <td className="mut">{row.measure}</td>
              {shown.map((column) => (
                <Value key={column.key} text={text} row={row} column={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface ValueProps {
  readonly text: Text
  readonly row: PinnedContent['rows'][number]
  readonly column: PinnedContent['columns'][number]
}

function Value({ text, row, column }: ValueProps) {
  const cell = row.cells.find((one) => one.column === column.key)
  if (!cell) return <td />
  const { value, isPartial, adjustments } = cell
  if (value.kind !== 'number') {
    const sign =
      value.reason === 'absent' && column.role === 'amount'
        ? { text: '…', title: text.signs.absent }
        : signOf(text, value)
    return (
      <td className="num mut" title={sign.title}>
        {sign.text}
      </td>
    )
  }
  const decimals = column.decimals ?? (column.role === 'ratio' ? 1 : row.decimals)
  return (
    <td className="num">
      {isPartial && column.role === 'amount' ? <Icon name="pie" size={14} label={text.consolidation.partial} /> : null}
      {adjustments.length > 0 ? <Icon name="adjusted" size={14} label={text.consolidation.isAdjusted} /> : null}{' '}
      {shownNumber(value.value, decimals)}
    </td>
  )
}
