import { useText } from '../../platform/text/use-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { Fraction } from '../../ui/number-text.tsx'
import { isPartial, type PlacedCell, type ShownCell, shownCell } from '../shown-value.ts'

interface ValueCellProps extends PlacedCell {
  /** Places after the comma of the widest number of the column. */
  readonly fraction: number
  readonly isActive: boolean
  readonly isOpen: boolean
}

export function ValueCell({ row, column, cell, fraction, isActive, isOpen }: ValueCellProps) {
  const text = useText()
  const shown = shownCell(text, { cell, row, column })
  const marks = marksOf(text, { cell, row, column })
  const isShort = isPartial({ cell, row, column })
  const title = [shown.kind === 'number' ? '' : shown.title, ...marks.map((mark) => mark.label)]
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid a cell is a gridcell, which can be selected
    <td
      className={`num ${column.role}${isShort ? ' is-partial' : ''}${isOpen ? ' is-explained' : ''}`}
      data-row={row.key}
      data-column={column.key}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isOpen}
      title={title.filter((part) => part !== '').join('. ') || undefined}
    >
      {marks.length > 0 ? (
        <span className="marks">
          {marks.map(({ label, icon, word, look }) => (
            <span key={label} className={look ?? (icon ? 'warn' : 'mut')}>
              {icon ? <Icon name={icon} size={14} label={label} /> : word}
            </span>
          ))}
        </span>
      ) : null}
      <Shown shown={shown} fraction={fraction} />
    </td>
  )
}

function Shown({ shown, fraction }: { readonly shown: ShownCell; readonly fraction: number }) {
  if (shown.kind === 'word') return <span className={`word ${shown.look}`}>{shown.text}</span>
  if (shown.kind === 'sign') {
    return (
      <span className="sign">
        <span aria-hidden="true">{shown.text}</span>
        <span className="sr">{shown.title}</span>
        <Fraction digits={fraction} />
      </span>
    )
  }
  const comma = shown.text.indexOf(',')
  return (
    <>
      {comma < 0 ? shown.text : shown.text.slice(0, comma)}
      <Fraction digits={fraction} text={comma < 0 ? '' : shown.text.slice(comma)} />
    </>
  )
}

interface Mark {
  readonly label: string
  readonly icon?: IconName
  readonly word?: string
  readonly look?: string
}

/** At the cell's left, so that they never push digits. An estimate is what the heading says; other vintages are named. */
function marksOf(text: Text, { cell, row, column }: PlacedCell): readonly Mark[] {
  if (column.role === 'ratio') return []
  const words = text.province
  const marks: Mark[] = []
  if (isPartial({ cell, row, column }))
    marks.push({ icon: 'pie', label: words.partialMissing(cell.missing.join(', ')) })
  if (cell.isAdjusted) marks.push({ icon: 'adjusted', label: text.consolidation.isAdjusted, look: 'ink2' })
  if (cell.isDiffering) marks.push({ icon: 'conflict', label: words.differs })
  if (cell.earlierReports.length > 0) {
    const label = text.consolidation.earlierReport(cell.earlierReports.join(', '))
    marks.push({ icon: 'clock', label, look: 'mut' })
  }
  if (cell.vintage !== null && cell.vintage !== 'estimate' && cell.value.kind === 'number') {
    marks.push({ word: words.vintageShort[cell.vintage], label: text.vintages[cell.vintage] })
  }
  return marks
}
