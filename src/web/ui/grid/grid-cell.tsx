import type { GridText } from '../../platform/text/grid-vi.ts'
import { Icon } from '../icons.tsx'
import { markOf } from './cell-mark.ts'
import { CommaAligned } from './comma-aligned.tsx'
import { type GridCell, takesTyping } from './grid-model.ts'

interface GridCellViewProps {
  readonly cell: GridCell
  readonly column: number
  readonly colIndex: number
  readonly isRatio: boolean
  readonly isActive: boolean
  readonly isSelected: boolean
  /** Sides of the selected range that run along this cell: some of t, r, b, l. */
  readonly edges: string
  readonly refusedText: string | undefined
  readonly text: GridText
}

export function GridCellView(props: GridCellViewProps) {
  const { cell, column, colIndex, isRatio, isActive, isSelected, edges, refusedText, text } = props
  const mark = markOf(cell, { isRefused: refusedText !== undefined, isRatio, text })
  const isSign = text.signs[cell.display] !== undefined
  const hint = cell.finding?.message ?? cell.note ?? (isSign ? text.signs[cell.display] : undefined)
  const names = [
    'grid-cell',
    `grid-is-${cell.kind}`,
    refusedText !== undefined || cell.state === 'refused' ? 'grid-on-refused' : '',
    cell.state === 'conflict' ? 'grid-on-conflict' : '',
    cell.finding === undefined ? '' : `grid-on-${cell.finding.kind}`,
    cell.kind === 'typed' && cell.display === '' && refusedText === undefined ? 'grid-on-empty' : '',
    isRatio ? 'grid-ratio' : '',
    cell.isNotable ? 'grid-notable' : '',
    cell.isText ? 'grid-words' : '',
    isActive ? 'grid-active' : '',
    isSelected && edges !== 'trbl' ? 'grid-selected' : '',
    ...(edges === 'trbl' ? [] : [...edges].map((edge) => `grid-edge-${edge}`)),
  ]
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: inside a grid a td is a gridcell
    <td
      className={names.filter((name) => name !== '').join(' ')}
      data-column={column}
      aria-colindex={colIndex}
      aria-selected={isSelected}
      aria-readonly={!takesTyping(cell)}
      title={hint}
    >
      {mark && (
        <span className={`grid-mark grid-tone-${mark.tone}${mark.fades ? ' grid-fades' : ''}`}>
          <Icon name={mark.icon} size={14} label={mark.label} />
        </span>
      )}
      {refusedText === undefined ? (
        <span className={isSign ? 'grid-sign' : undefined}>
          {cell.isText ? cell.display : <CommaAligned text={cell.display} />}
        </span>
      ) : (
        <span className="grid-refused-text">{refusedText}</span>
      )}
      {cell.display === '' && cell.kind === 'typed' && refusedText === undefined && (
        <span className="grid-hidden">{text.notEntered}</span>
      )}
    </td>
  )
}
