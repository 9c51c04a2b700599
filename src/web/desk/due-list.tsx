import { Link } from '@tanstack/react-router'
import type { SubmissionSummary } from '#contract/submissions.ts'
import { shortDay } from '../platform/clock.ts'
import { terseMoment, weekdayDay } from '../platform/text/moments.ts'
import { reportTitle } from '../platform/text/report-title.ts'
import { useText, useYou } from '../platform/text/use-text.ts'
import { buttonClass } from '../ui/button.tsx'
import { Tag } from '../ui/tag.tsx'
import { DaysLeft } from './days-left.tsx'
import { DeskSection } from './desk-section.tsx'
import { FormProgress } from './form-progress.tsx'

interface DueListProps {
  readonly submissions: readonly SubmissionSummary[]
  readonly hasPrimary: boolean
}

export function DueList({ submissions, hasPrimary }: DueListProps) {
  const text = useText()
  if (submissions.length === 0) return null
  return (
    <DeskSection id="due" title={text.desk.due} hint={text.desk.dueHint}>
      <div className="card">
        {submissions.map((submission, at) => (
          <article key={submission.id} className="due">
            <div className="due-day">
              <b>{weekdayDay(text, submission.dueAt)}</b>
              <DaysLeft days={submission.workingDaysLeft} />
            </div>
            <div>
              <h3>{reportTitle(submission.regime, submission.period.name)}</h3>
              <p className="xs mut">
                {text.desk.takenFor(shortDay(submission.period.from), shortDay(submission.period.to))}
              </p>
              <FormProgress submission={submission} />
            </div>
            <DueAction submission={submission} isPrimary={hasPrimary && at === 0} />
          </article>
        ))}
      </div>
    </DeskSection>
  )
}

function DueAction({ submission, isPrimary }: { readonly submission: SubmissionSummary; readonly isPrimary: boolean }) {
  const text = useText().desk
  const { You } = useYou()
  const { forms, internalDueAt } = submission
  const filled = forms.reduce((sum, form) => sum + form.filled, 0)
  const next = forms.find((form) => form.filled < form.toFill) ?? forms[0]
  const isComplete = forms.every((form) => form.filled >= form.toFill)
  return (
    <div className="due-action">
      {filled === 0 ? (
        <Tag look="line" icon="missing">
          {text.notEntered}
        </Tag>
      ) : (
        <Tag icon="pen">{text.entering(You)}</Tag>
      )}
      {next === undefined ? null : (
        <Link
          to="/entry/$submissionId/$formId"
          params={{ submissionId: submission.id, formId: String(next.id) }}
          className={buttonClass(isPrimary ? 'primary' : 'outline')}
        >
          {isComplete ? text.look : filled === 0 ? text.start : text.goOn}
        </Link>
      )}
      {internalDueAt === null ? null : <small className="mut">{text.submitBefore(terseMoment(internalDueAt))}</small>}
    </div>
  )
}
