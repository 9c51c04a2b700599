import { Link } from '@tanstack/react-router'
import type { SubmissionSummary } from '#contract/submissions.ts'
import { spokenMoment, terseMoment } from '../platform/text/moments.ts'
import { reportTitle } from '../platform/text/report-title.ts'
import { useText } from '../platform/text/use-text.ts'
import { buttonClass } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { Tag } from '../ui/tag.tsx'
import { DeskSection } from './desk-section.tsx'

/** The reason stands in full: nobody should have to open the report to learn what to correct. */
export function ReturnedList({ submissions }: { readonly submissions: readonly SubmissionSummary[] }) {
  const text = useText().desk
  if (submissions.length === 0) return null
  return (
    <DeskSection
      id="returned"
      title={text.returned}
      count={
        <Tag look="bad" icon="return">
          {submissions.length}
        </Tag>
      }
    >
      {submissions.map((submission, at) => (
        <ReturnedCard key={submission.id} submission={submission} isFirst={at === 0} />
      ))}
    </DeskSection>
  )
}

function ReturnedCard({ submission, isFirst }: { readonly submission: SubmissionSummary; readonly isFirst: boolean }) {
  const text = useText()
  const { returned, forms } = submission
  const cells = returned?.cells ?? []
  const formId = cells[0]?.formId ?? forms[0]?.id
  return (
    <article className="card returned">
      <span className="bad">
        <Icon name="return" />
      </span>
      <div>
        <h3>{reportTitle(submission.regime, submission.period.name)}</h3>
        {returned ? (
          <p className="xs mut">
            {text.desk.returnedBy(returned.by.name, spokenMoment(text, returned.at))}
            {' · '}
            {text.desk.resubmitBefore(terseMoment(submission.internalDueAt ?? submission.dueAt))}
          </p>
        ) : null}
        {returned ? <blockquote>«{returned.reason}»</blockquote> : null}
        {cells.length > 0 ? (
          <ul className="row wrap">
            {cells.map((cell) => (
              <li key={`${cell.formId}.${cell.row}.${cell.column}`}>
                <Link
                  to="/entry/$submissionId/$formId"
                  params={{ submissionId: submission.id, formId: String(cell.formId) }}
                  search={{ cell: `${cell.row}.${cell.column}` }}
                  className="cell-chip"
                  title={cell.note}
                >
                  {cell.label}
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {formId === undefined ? null : (
        <Link
          to="/entry/$submissionId/$formId"
          params={{ submissionId: submission.id, formId: String(formId) }}
          search={cells[0] ? { cell: `${cells[0].row}.${cells[0].column}` } : {}}
          className={buttonClass(isFirst ? 'primary' : 'outline')}
        >
          {text.desk.correct(cells.length)}
        </Link>
      )}
    </article>
  )
}
