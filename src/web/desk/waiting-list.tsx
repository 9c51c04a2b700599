import { Link } from '@tanstack/react-router'
import type { SubmissionSummary } from '#contract/submissions.ts'
import { spokenMoment, terseMoment } from '../platform/text/moments.ts'
import { reportTitle } from '../platform/text/report-title.ts'
import { useText, useYou } from '../platform/text/use-text.ts'
import { DeskSection } from './desk-section.tsx'

export function WaitingList({ submissions }: { readonly submissions: readonly SubmissionSummary[] }) {
  const text = useText()
  const { you } = useYou()
  if (submissions.length === 0) return null
  return (
    <DeskSection id="waiting" title={text.desk.waiting} hint={text.desk.waitingHint(you)}>
      <ul className="card waiting">
        {submissions.map((it) => (
          <li key={it.id}>
            <div className="grow">
              <b>{reportTitle(it.regime, it.period.name)}</b>
              <p className="xs mut">
                {text.states[it.state]} · {text.desk.holds(it.holder, spokenMoment(text, it.stateSince))}
              </p>
            </div>
            <p className="ink2">
              <small>{it.internalDueAt === null ? text.desk.dueAt : text.desk.internalDueAt}</small>
              <br />
              {terseMoment(it.internalDueAt ?? it.dueAt)}
            </p>
            <Link to="/review/$submissionId" params={{ submissionId: it.id }}>
              {text.common.open}
            </Link>
          </li>
        ))}
      </ul>
    </DeskSection>
  )
}
