import { Icon } from '../icons.tsx'
import type { GridColumn, GridHeading, LeadColumn } from './grid-model.ts'

interface GridHeadProps {
  readonly leads: readonly LeadColumn[]
  readonly headings: readonly (readonly GridHeading[])[]
  readonly columns: readonly GridColumn[]
  /** Distance of each lead column from the left edge. */
  readonly offsets: readonly number[]
}

/** Headings that really span, and the row of column numbers below them. All of it stays in sight. */
export function GridHead({ leads, headings, columns, offsets }: GridHeadProps) {
  const depth = headings.length
  const lead = (column: LeadColumn, index: number) => ({
    key: column.key,
    className: index === leads.length - 1 ? 'grid-lead grid-lead-last' : 'grid-lead',
    style: { left: offsets[index] },
    'aria-colindex': index + 1,
  })
  return (
    <thead>
      {headings.map((level, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level of headings is its index
        <tr key={index} aria-rowindex={index + 1} className={index === depth - 1 ? 'grid-level-last' : undefined}>
          {index === 0 &&
            leads.map((column, at) => {
              const { key, ...props } = lead(column, at)
              return (
                <th key={key} scope="col" rowSpan={depth} {...props}>
                  {column.label}
                </th>
              )
            })}
          {level.map((heading) => (
            <th
              key={heading.column}
              scope={heading.colSpan > 1 ? 'colgroup' : 'col'}
              rowSpan={heading.rowSpan}
              colSpan={heading.colSpan}
              aria-colindex={leads.length + heading.column + 1}
              className={heading.isEntry ? 'grid-entry' : undefined}
            >
              {heading.isLocked && <Icon name="lock" size={14} />} {heading.label}
            </th>
          ))}
        </tr>
      ))}
      <tr className="grid-numbers" aria-rowindex={depth + 1}>
        {leads.map((column, index) => {
          const { key, ...props } = lead(column, index)
          return (
            <th key={key} scope="col" {...props}>
              {column.letter}
            </th>
          )
        })}
        {columns.map((column, index) => (
          <th
            key={column.key}
            scope="col"
            aria-colindex={leads.length + index + 1}
            className={column.isEntry ? 'grid-entry' : undefined}
          >
            {column.number}
          </th>
        ))}
      </tr>
    </thead>
  )
}
