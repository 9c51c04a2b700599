import { signEntries } from '../../explanation/sign-entries.ts'
import { PrintedLegend } from '../../explanation/sign-legend.tsx'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { type Line, marksAt, type PinnedColumn, signAt } from './pinned-value.tsx'

interface PinnedLegendProps {
  readonly rows: readonly Line[]
  readonly columns: readonly PinnedColumn[]
}

/** What the signs and marks of the printed version mean, above its signatures. */
export function PinnedLegend({ rows, columns }: PinnedLegendProps) {
  const text = useText()
  const { province, consolidation } = text
  const placed = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      const column = columns.find(({ key }) => key === cell.column)
      return column ? [{ cell, column }] : []
    }),
  )
  const marks = placed.map(marksAt)
  const entries = [
    ...signEntries(text, {
      texts: placed.map((place) => signAt(text, place)?.text ?? ''),
      isWithheld: placed.some(({ cell: { value } }) => value.kind === 'none' && value.reason === 'notReleased'),
    }),
    ...(marks.some(({ isPartial }) => isPartial)
      ? [{ sign: <Icon name="pie" size={14} />, says: province.legendPartial }]
      : []),
    ...(marks.some(({ isAdjusted }) => isAdjusted)
      ? [{ sign: <Icon name="adjusted" size={14} />, says: consolidation.legendAdjusted }]
      : []),
  ]
  return <PrintedLegend entries={entries} />
}
