import { findingSentence } from '#contract/finding-sentences.ts'
import type { SubmissionView } from '#contract/submissions.ts'
import { useLanguage } from '../../platform/text/language.ts'
import { spokenMoment } from '../../platform/text/moments.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { rowOf } from '../form/form-model.ts'
import { Decision } from './decision.tsx'
import type { FormDifferences } from './differences.ts'
import type { Marks } from './use-marks.ts'

interface ReviewSideProps {
  readonly submission: SubmissionView
  readonly differences: readonly FormDifferences[]
  readonly marks: Marks
}

/** Warnings with what was said about them, the last return, and the decision. */
export function ReviewSide({ submission, differences, marks }: ReviewSideProps) {
  const text = useText()
  const { language } = useLanguage()
  const { returned } = submission
  const warnings = differences.flatMap(({ model, warnings: found }) => found.map((finding) => ({ model, finding })))
  return (
    <aside className="review-side no-print" aria-label={text.review.decision}>
      <section>
        <h2 id="review-warnings" tabIndex={-1}>
          {text.review.warnings}
        </h2>
        {warnings.length === 0 ? (
          <p className="message">
            <span className="ok">
              <Icon name="check" />
            </span>
            <span className="ink2">{text.review.noWarnings}</span>
          </p>
        ) : null}
        {warnings.map(({ model, finding }) => {
          const note = model.cells.get(`${finding.row}.${finding.column}`)?.note ?? ''
          return (
            <p key={`${model.form.formId}.${finding.row}.${finding.column}.${finding.rule}`} className="message">
              <span className="warn">
                <Icon name="warn" />
              </span>
              <span>
                <b>{rowOf(model, finding.row)?.label}.</b> {findingSentence(finding, language)}
                <span className="message-note ink2">
                  {note === '' ? text.review.unexplained : `${text.review.note}: ${note}`}
                </span>
              </span>
            </p>
          )
        })}
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
