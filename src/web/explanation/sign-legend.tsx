import { useText } from '../platform/text/use-text.ts'
import type { LegendEntry } from './sign-entries.ts'

interface SignLegendProps {
  readonly entries: readonly LegendEntry[]
}

export function SignLegend({ entries }: SignLegendProps) {
  return entries.map(({ sign, says }, at) => (
    <span key={says}>
      {at === 0 ? '' : ' · '}
      {sign} {says}
    </span>
  ))
}

/** On paper alone; nothing where there is no sign. */
export function PrintedLegend({ entries }: SignLegendProps) {
  const { title } = useText().legend
  if (entries.length === 0) return null
  return (
    <p className="print-only print-legend">
      {title} <SignLegend entries={entries} />
    </p>
  )
}

interface LegendLineProps extends SignLegendProps {
  /** How many columns the table has. */
  readonly span: number
}

/** The last line of a printed table: what follows a table may stand alone on a sheet, its lines do not. */
export function PrintedLegendLine({ entries, span }: LegendLineProps) {
  if (entries.length === 0) return null
  return (
    <tbody className="print-legend-line">
      <tr>
        <td colSpan={span}>
          <PrintedLegend entries={entries} />
        </td>
      </tr>
    </tbody>
  )
}
