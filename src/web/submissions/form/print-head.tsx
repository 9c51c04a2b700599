import type { SubmissionView } from '#contract/submissions.ts'
import { fullDay, shortDay, timeOf } from '../../platform/clock.ts'
import { useSession } from '../../platform/session.ts'
import { reportTitle } from '../../platform/text/report-title.ts'
import { useText } from '../../platform/text/use-text.ts'
import { usePrintTime } from './use-print-time.ts'

/** Head of a printed form: who reports what for when, in which state, and that samples are samples. */
export function PrintHead({ submission, title }: { readonly submission: SubmissionView; readonly title: string }) {
  const text = useText()
  const { isDemonstration } = useSession()
  const printedAt = usePrintTime()
  const { agency, regime, period, state } = submission
  return (
    <header className="print-only print-head">
      <p>
        <b>{agency.name}</b>
      </p>
      <h1>{title}</h1>
      <p>
        {reportTitle(regime.name, period.name)} · {text.desk.takenFor(shortDay(period.from), shortDay(period.to))}
      </p>
      <p>
        {text.states[state]} · {text.common.printedAt(`${timeOf(printedAt)} ${fullDay(printedAt)}`)}
        {isDemonstration ? ` · ${text.name.demonstration}` : ''}
      </p>
    </header>
  )
}
