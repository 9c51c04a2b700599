import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { isPartial } from './shown-value.ts'

/** What the signs and marks of the table mean: the signs of printed yearbooks always, marks where the table has them. */
export function TableLegend({ table }: { readonly table: ProvinceTable }) {
  const { province: text, consolidation: words } = useText()
  const cells = table.rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const column = table.columns.find(({ key }) => key === cell.column)
      return column ? [{ row, column, cell }] : []
    }),
  )
  const marks: readonly (readonly [boolean, IconName, string])[] = [
    [cells.some(isPartial), 'pie', text.legendPartial],
    [cells.some(({ cell }) => cell.isDiffering), 'conflict', text.legendDiffers],
    [cells.some(({ cell }) => cell.isAdjusted), 'adjusted', words.legendAdjusted],
    [cells.some(({ cell }) => cell.earlierReports.length > 0), 'clock', text.legendEarlier],
  ]
  return (
    <>
      {text.legend}
      {marks.map(([isThere, icon, word]) =>
        isThere ? (
          <span key={icon}>
            {' '}
            · <Icon name={icon} size={14} /> {word}
          </span>
        ) : null,
      )}
    </>
  )
}
