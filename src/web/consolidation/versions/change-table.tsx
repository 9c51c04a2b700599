import type { ChangeView } from '#contract/versions.ts'
import { spokenValue } from '../../explanation/spoken-value.ts'
import { shortMoment } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import { signedAmount } from '../adjustments/signed-amount.ts'

/** Cells that are others than they were: old, new, and whose figure or adjustment made it so. */
export function ChangeTable({ changes }: { readonly changes: readonly ChangeView[] }) {
  const text = useText()
  const words = text.consolidation
  return (
    <table className="change-table">
      <thead>
        <tr>
          <th scope="col">{words.figure}</th>
          <th scope="col" className="num">
            {words.before}
          </th>
          <th scope="col" className="num">
            {words.after}
          </th>
          <th scope="col">{words.cause}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((it) => (
          <tr key={`${it.row} ${it.column}`}>
            <th scope="row">
              {it.rowLabel}
              <small>
                {it.columnLabel} · {it.measure}
              </small>
            </th>
            <td className="num" data-label={words.before}>
              {it.before === null ? '…' : spokenValue(text, it.before, it.decimals)}
            </td>
            <td className="num" data-label={words.after}>
              {it.after === null ? '…' : spokenValue(text, it.after, it.decimals)}
            </td>
            <td className="change-causes" data-label={words.cause}>
              {it.causes.length === 0 ? <span className="mut">{words.byLines}</span> : null}
              {it.causes.map((cause) => (
                <span key={`${cause.kind} ${cause.agency} ${cause.what} ${cause.at}`}>
                  {causeText(text, cause, it.decimals)}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function causeText(text: Text, cause: ChangeView['causes'][number], decimals: number): string {
  const words = text.consolidation
  const when = cause.at === null ? '' : shortMoment(cause.at)
  if (cause.kind === 'adjustment') {
    const amount = cause.after ?? cause.before
    const shown = amount?.kind === 'number' ? signedAmount(amount.value, decimals) : ''
    const who = words.adjustedBy(cause.by?.name ?? cause.agency, when)
    return cause.after === null
      ? words.withdrawnBy(cause.by?.name ?? '', when, cause.reason)
      : `${who}: ${shown}. ${cause.reason}`
  }
  const from = cause.before === null ? '…' : spokenValue(text, cause.before, decimals)
  const to = cause.after === null ? '…' : spokenValue(text, cause.after, decimals)
  const people = words.behind({ entered: cause.by?.name, approved: cause.approvedBy?.name, sent: cause.sentBy?.name })
  const change = `${words.newFigure(cause.agency, when)}${cause.what === '' ? '' : `, ${cause.what}`}: ${from} → ${to}`
  return people === '' ? change : `${change} (${people})`
}
