import { Link } from '@tanstack/react-router'
import type { SubmissionView } from '#contract/submissions.ts'
import { shortDay } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { ChangedTable } from './changed-table.tsx'
import type { FormDifferences } from './differences.ts'
import { MovedTable } from './moved-table.tsx'
import type { Marks } from './use-marks.ts'

interface DifferencesViewProps {
  readonly submission: SubmissionView
  readonly differences: readonly FormDifferences[]
  readonly marks: Marks
}

export function DifferencesView({ submission, differences, marks }: DifferencesViewProps) {
  const text = useText().review
  const rest = differences.reduce((sum, it) => sum + it.rest, 0)
  const hasPrevious = differences.some(({ model }) => model.form.previous !== null)
  return (
    <>
      {differences.map((it) => (
        <FormPart
          key={it.model.form.formId}
          submission={submission}
          it={it}
          marks={marks}
          isNamed={differences.length > 1}
        />
      ))}
      <p className="card review-rest">
        <span className="grow ink2">{hasPrevious ? text.rest(rest) : text.restFirst(rest)}</span>
        <Link
          from="/review/$submissionId"
          to="/review/$submissionId"
          params={{ submissionId: submission.id }}
          search={{ view: 'all' }}
        >
          {text.seeRest(rest)}
        </Link>
      </p>
    </>
  )
}

interface FormPartProps {
  readonly submission: SubmissionView
  readonly it: FormDifferences
  readonly marks: Marks
  readonly isNamed: boolean
}

function FormPart({ submission, it, marks, isNamed }: FormPartProps) {
  const text = useText().review
  const { model, changed, moved } = it
  const before = submission.edition - 1
  const sentBack = submission.log.findLast(({ verb }) => verb === 'sendBack')
  const threshold = String(model.form.changeThreshold)
  return (
    <section aria-label={model.form.title}>
      {isNamed ? <p className="review-form-name">{model.form.title}</p> : null}
      {model.form.previous === null ? (
        <p className="mut">{text.firstEdition}</p>
      ) : (
        <div className="section-head">
          <h2>{text.changed(before)}</h2>
          <span className="mut">
            {changed.length === 0 ? text.noneChanged(before) : sentBack ? text.changedHint(shortDay(sentBack.at)) : ''}
          </span>
        </div>
      )}
      {changed.length > 0 ? <ChangedTable model={model} changed={changed} edition={before} marks={marks} /> : null}
      <div className="section-head">
        <h2>{text.moved(threshold)}</h2>
        <span className="mut">{moved.length === 0 ? text.noneMoved(threshold) : text.movedHint}</span>
      </div>
      {moved.length > 0 ? <MovedTable model={model} moved={moved} marks={marks} /> : null}
    </section>
  )
}
