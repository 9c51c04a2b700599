import { Link } from '@tanstack/react-router'
import type { SubmissionSummary } from '#contract/submissions.ts'
import { spokenMoment, weekdayDay } from '../platform/text/moments.ts'
import { reportTitle } from '../platform/text/report-title.ts'
import { useText, useYou } from '../platform/text/use-text.ts'
import { buttonClass } from '../ui/button.tsx'
import { Tag } from '../ui/tag.tsx'
import { DaysLeft } from './days-left.tsx'
import { DeskSection } from './desk-section.tsx'

interface ToDecideListProps {
  readonly submissions: readonly SubmissionSummary[]
  readonly hasPrimary: boolean
}

export function ToDecideList({ submissions, hasPrimary }: ToDecideListProps) {
  const text = useText()
  const { you } = useYou()
  if (submissions.length === 0) return null
  return (
    <DeskSection id="to-decide" title={text.desk.toDecide(you)} count={<Tag look="info">{submissions.length}</Tag>}>
      <div className="card">
        {submissions.map((submission, at) => (
          <article key={submission.id} className="due due-flat">
            <div className="due-day">
              <b>{weekdayDay(text, submission.dueAt)}</b>
              <Timeliness submission={submission} />
            </div>
            <div>
              <h3>{submission.agency}</h3>
              <p className="xs mut">{reportTitle(submission.regime, submission.period.name)}</p>
              <p className="xs ink2">
                {text.desk.stateSince(text.states[submission.state], spokenMoment(text, submission.stateSince))}
              </p>
            </div>
            <div className="due-action">
              <Link
                to="/review/$submissionId"
                params={{ submissionId: submission.id }}
                className={buttonClass(hasPrimary && at === 0 ? 'primary' : 'outline')}
              >
                {text.desk.decide[submission.can[0] ?? 'sendBack']}
              </Link>
            </div>
          </article>
        ))}
      </div>
    </DeskSection>
  )
}

/** What has been sent is on time or late for good; before that, days are counted. */
function Timeliness({ submission }: { readonly submission: SubmissionSummary }) {
  const text = useText().desk
  if (submission.state !== 'sent') return <DaysLeft days={submission.workingDaysLeft} />
  return (
    <small className={submission.isLate ? 'warn' : 'ink2'}>{submission.isLate ? text.sentLate : text.sentOnTime}</small>
  )
}
