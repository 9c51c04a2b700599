import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { Fraction } from '../ui/number-text.tsx'
import type { ProvinceCell, ProvinceColumn, ProvinceRow } from './open-rows.ts'
import { computedWords } from './value-words.ts'

interface ProvinceCellViewProps {
  readonly row: ProvinceRow
  readonly column: ProvinceColumn
  readonly cell: ProvinceCell | undefined
  readonly isChosen: boolean
  readonly isStop: boolean
  onExplain(cell: string): void
}

/** A number that opens its explanation. What is partial is hatched and says what is missing. */
export function ProvinceCellView({ row, column, cell, isChosen, isStop, onExplain }: ProvinceCellViewProps) {
  const text = useText()
  const isRatio = column.role === 'ratio'
  if (!cell) return <td className={isRatio ? 'num is-ratio' : 'num'} />
  const { shown, reason } = computedWords(text, cell.value, { decimals: column.decimals ?? row.decimals, isRatio })
  const comma = shown.indexOf(',')
  const name = `${row.key}.${column.key}`
  const partial = cell.isPartial ? text.province.partialCell(cell.missing.join(', ')) : undefined
  const hints = [partial, cell.isDiffering ? text.province.differing : undefined, reason].filter(
    (it) => it !== undefined,
  )
  const look = [
    'num',
    isRatio ? 'is-ratio' : '',
    cell.isPartial && !isRatio ? 'is-partial' : '',
    cell.value.kind === 'none' ? 'sign' : '',
    isChosen ? 'is-chosen' : '',
  ]
  return (
    <td
      className={look.join(' ')}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid pattern
      role="gridcell"
      tabIndex={isStop ? 0 : -1}
      data-cell={name}
      aria-selected={isChosen}
      title={[...hints, text.province.explainCell].join('. ')}
      onClick={() => onExplain(name)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onExplain(name)
      }}
    >
      {cell.isPartial && !isRatio ? (
        <span className="p-mark warn">
          <Icon name="pie" size={14} label={partial ?? ''} />
        </span>
      ) : null}
      {cell.isDiffering && !cell.isPartial && !isRatio ? (
        <span className="p-mark warn">
          <Icon name="conflict" size={14} label={text.province.differing} />
        </span>
      ) : null}
      {comma < 0 ? shown : shown.slice(0, comma)}
      <Fraction digits={isRatio ? 1 : 2} text={comma < 0 ? '' : shown.slice(comma)} />
    </td>
  )
}
