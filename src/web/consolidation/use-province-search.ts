import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReadingChoice } from '#contract/consolidated-table.ts'
import type { ProvinceSearch } from './province-search.ts'

interface OpenCell {
  readonly row: string
  readonly column: string
}

interface ProvinceView {
  readonly reading: ReadingChoice
  readonly area: string | undefined
  readonly onlyAttention: boolean
  readonly openCell: OpenCell | null
  change(search: ProvinceSearch): void
}

/** What is shown of the table, read from the address and written back to it. */
export function useProvinceSearch(): ProvinceView {
  const { reading = 'accepted', area, attention, row, column } = useSearch({ from: '/inside/province/$period' })
  const navigate = useNavigate({ from: '/province/$period' })
  return {
    reading,
    area,
    onlyAttention: attention === true,
    openCell: row === undefined || column === undefined ? null : { row, column },
    // Another table is a place to come back to; an explanation beside it is not.
    change: (search) =>
      void navigate({
        search: (before) => ({ ...before, ...search }),
        replace: Object.keys(search).every((key) => key === 'row' || key === 'column'),
      }),
  }
}
