import { Link } from '@tanstack/react-router'
import type { SubmissionSummary } from '#contract/submissions.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'

/** One line per form: its name, how much of it is filled, what is left. */
export function FormProgress({ submission }: { readonly submission: SubmissionSummary }) {
  const text = useText()
  return (
    <ul className="form-progress">
      {submission.forms.map((form) => (
        <li key={form.id}>
          <Link
            to="/entry/$submissionId/$formId"
            params={{ submissionId: submission.id, formId: String(form.id) }}
            title={form.title}
          >
            {form.title}
          </Link>
          <ProgressBar value={form.filled} of={form.toFill} label={text.common.filled(form.filled, form.toFill)} />
          <span className="num">
            {form.filled}/{form.toFill}
          </span>
          {form.filled >= form.toFill ? (
            <small className="ok">
              <Icon name="check" size={14} /> {text.desk.complete}
            </small>
          ) : (
            <small className="mut">
              {form.filled === 0 ? text.desk.notStarted : text.desk.left(form.toFill - form.filled)}
            </small>
          )}
        </li>
      ))}
    </ul>
  )
}
