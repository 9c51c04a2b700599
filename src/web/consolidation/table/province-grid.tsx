import './table.css'
import { useEffect } from 'react'
import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../../platform/text/use-text.ts'
import { useCellFocus } from '../../ui/use-cell-focus.ts'
import type { Section } from '../row-attention.ts'
import { decimalsOf } from '../shown-value.ts'
import { PrintedTableLegend } from '../table-legend.tsx'
import { tableTitle } from '../table-title.ts'
import { useProvinceSearch } from '../use-province-search.ts'
import { TableHead } from './table-head.tsx'
import { TableSection } from './table-section.tsx'

interface ProvinceGridProps {
  readonly table: ProvinceTable
  readonly sections: readonly Section[]
}

/** The table itself; its head and its lead columns stay in sight. */
export function ProvinceGrid({ table, sections }: ProvinceGridProps) {
  const text = useText()
  const { openCell, change } = useProvinceSearch()
  const first = { row: sections[0]?.rows[0]?.key ?? '', column: table.columns[0]?.key ?? '' }
  const focus = useCellFocus({
    first: openCell ?? first,
    isShown: (row) => sections.some(({ rows }) => rows.some(({ key }) => key === row)),
    open: change,
  })
  const fractions = fractionsOf(table)
  // A cell from the address may stand far below.
  useEffect(() => {
    if (openCell?.row !== undefined) document.querySelector('.is-explained')?.scrollIntoView({ block: 'nearest' })
  }, [openCell?.row])
  return (
    <table
      ref={focus.ref}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus is a grid
      role="grid"
      className="province-table"
      aria-label={tableTitle(text, table)}
      aria-describedby="province-table-help"
      onKeyDown={focus.onKeyDown}
      onFocus={focus.onFocus}
      onClick={focus.onClick}
    >
      <TableHead table={table} fractions={fractions} />
      {sections.map((section) => (
        <TableSection
          key={section.title?.key ?? ''}
          section={section}
          columns={table.columns}
          fractions={fractions}
          active={focus.active}
          openCell={openCell}
        />
      ))}
      <PrintedTableLegend table={table} />
    </table>
  )
}

/** Widest fraction of each column, so that its numbers align on the comma. */
function fractionsOf({ rows, columns }: ProvinceTable): ReadonlyMap<string, number> {
  const lines = rows.filter(({ kind }) => kind !== 'title')
  return new Map(
    columns.map((column) => [column.key, Math.max(0, ...lines.map((row) => decimalsOf(row, column)))] as const),
  )
}
