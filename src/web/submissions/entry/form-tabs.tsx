import { Link } from '@tanstack/react-router'
import type { SubmissionView } from '#contract/submissions.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import type { FormModel } from '../form/form-model.ts'

/** «Biểu 1 · 38/42»: the form on screen counts what is typed at once, the others what is saved. */
export function FormTabs({ submission, model }: { readonly submission: SubmissionView; readonly model: FormModel }) {
  const text = useText()
  return (
    <nav aria-label={text.form.forms}>
      <ul className="form-tabs">
        {submission.forms.map((form, at) => {
          const isHere = form.id === model.form.formId
          const filled = isHere ? model.filled.size : form.filled
          const toFill = isHere ? model.toFill.length : form.toFill
          return (
            <li key={form.id}>
              <Link
                to="/entry/$submissionId/$formId"
                params={{ submissionId: submission.id, formId: String(form.id) }}
                aria-current={isHere ? 'page' : undefined}
                title={form.title}
              >
                {text.form.tab(at + 1, filled, toFill)}
                {filled >= toFill ? <Icon name="check" size={14} label={text.desk.complete} /> : null}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
