import type { ExplorerCell } from '#contract/explorer.ts'
import type { Comparison } from '#core/table/definition.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import { Icon } from '../../ui/icons.tsx'
import { Fraction, NumberText } from '../../ui/number-text.tsx'
import { type Shown, shownComparison, shownFigure } from './shown-cell.ts'
import { classes } from './table-head.tsx'

interface ValueCellProps {
  readonly place: { readonly row: string; readonly column: string }
  readonly cell: ExplorerCell | undefined
  readonly comparison: Comparison | null
  /** Place of the comparison among those asked for. */
  readonly comparedAt: number
  readonly decimals: number
  /** Places after the comma of the widest number of the column. */
  readonly digits: number
  readonly note: number | undefined
  readonly isActive: boolean
  readonly isOpen: boolean
  readonly isExplained: boolean
  readonly isFirst: boolean
  readonly showsNow: boolean
}

/** One figure, or one comparison of the figure before it. */
export function ValueCell(props: ValueCellProps) {
  const { place, cell, comparison, comparedAt, decimals, digits, note, isActive, isOpen, isFirst, showsNow } = props
  const text = useText()
  const shown =
    comparison === null
      ? shownFigure(text, cell?.value, decimals)
      : shownComparison(text, comparison, cell?.compared?.[comparedAt])
  const isAmount = comparison === null
  const hasMoved = isAmount && showsNow && cell?.now !== undefined
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid a cell is a gridcell, which can be selected
    <td
      className={classes({ num: true, 'is-compared': !isAmount, isOpen, isFirst, hasMoved, isFall: isFall(shown) })}
      data-row={place.row}
      data-column={place.column}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isOpen}
      title={shown.kind === 'sign' ? shown.title : titleOf(text, cell, isAmount)}
    >
      {isAmount && cell?.differs ? (
        <span className="cell-mark warn">
          <Icon name="conflict" size={14} label={text.explorer.differs} />
        </span>
      ) : null}
      <Figure shown={shown} digits={digits} isExplained={props.isExplained} />
      {isAmount && note !== undefined ? <sup>{note}</sup> : null}
      {hasMoved ? <small className="cell-now">{text.explorer.nowIs(nowText(text, cell, decimals))}</small> : null}
    </td>
  )
}

function isFall(shown: Shown): boolean {
  return shown.kind === 'number' && shown.isFall
}

function nowText(text: Text, cell: ExplorerCell | undefined, decimals: number): string {
  return shownFigure(text, cell?.now, decimals).text
}

interface FigureProps {
  readonly shown: Shown
  readonly digits: number
  readonly isExplained: boolean
}

function Figure({ shown, digits, isExplained }: FigureProps) {
  if (shown.kind === 'number') {
    return (
      <span className={isExplained ? 'explained' : undefined}>
        <NumberText shown={shown.text} digits={digits} />
      </span>
    )
  }
  if (shown.kind === 'word') return <span>{shown.text}</span>
  return (
    <span className="sign">
      <span aria-hidden="true">{shown.text}</span>
      <span className="sr">{shown.title}</span>
      <Fraction digits={digits} />
    </span>
  )
}

/** Vintage, agency and level, one step away from the number. */
function titleOf(text: Text, cell: ExplorerCell | undefined, isAmount: boolean): string | undefined {
  if (!cell || !isAmount) return undefined
  return [
    cell.vintage === undefined ? '' : text.vintages[cell.vintage],
    cell.agency ?? '',
    cell.level === undefined ? '' : text.levels[cell.level],
    cell.differs ? text.explorer.differs : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}
