import type { SubmissionView } from '#contract/submissions.ts'
import { spokenMoment } from '../../platform/text/moments.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { Decision } from './decision.tsx'
import type { FormDifferences } from './differences.ts'
import { ReviewWarnings } from './review-warnings.tsx'
import type { Marks } from './use-marks.ts'

interface ReviewSideProps {
  readonly submission: SubmissionView
  readonly differences: readonly FormDifferences[]
  readonly marks: Marks
}

/** Warnings with what was said about them, the last return, and the decision. */
export function ReviewSide({ submission, differences, marks }: ReviewSideProps) {
  const text = useText()
  const { returned } = submission
  return (
    <aside className="review-side no-print" aria-label={text.review.decision}>
      <section>
        <h2 id="review-warnings" tabIndex={-1}>
          {text.review.warnings}
        </h2>
        <ReviewWarnings differences={differences} />
      </section>
      {returned === null ? null : (
        <section>
          <h2>{text.review.lastReturn}</h2>
          <p className="xs mut">{text.desk.returnedBy(returned.by.name, spokenMoment(text, returned.at))}</p>
          <p>«{returned.reason}»</p>
          <ul className="ink2">
            {returned.cells.map((cell) => (
              <li key={`${cell.formId}.${cell.row}.${cell.column}`}>· {cell.label}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <p className="ink2">
          <Icon name="phone" size={14} />{' '}
          {text.review.contact(submission.agency.contactName, submission.agency.contactPhone)}
        </p>
      </section>
      <Decision submission={submission} differences={differences} marks={marks} />
    </aside>
  )
}
