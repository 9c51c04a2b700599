import { Link } from '@tanstack/react-router'
import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../platform/text/use-text.ts'
import { AgencySummary } from './agency-summary.tsx'

interface SummaryStripProps {
  readonly table: ProvinceTable
  /** Rows that need work. */
  readonly open: number
  readonly isOnlyOpen: boolean
}

export function SummaryStrip({ table, open, isOnlyOpen }: SummaryStripProps) {
  const text = useText().province
  return (
    <div className="summary-strip no-print">
      <AgencySummary agencies={table.agencies} />
      <span className="grow" />
      {open === 0 && !isOnlyOpen ? (
        <span className="ok">{text.nothingOpen}</span>
      ) : (
        <Link
          from="/province/$period"
          to="/province/$period"
          params={{ period: table.period.label }}
          search={(old) => ({ ...old, only: isOnlyOpen ? undefined : ('open' as const) })}
          replace
        >
          {isOnlyOpen ? text.allRows : text.onlyOpen(open)}
        </Link>
      )}
    </div>
  )
}
