import { Link } from '@tanstack/react-router'
import type { SubmissionView } from '#contract/submissions.ts'
import { useText } from '../../../platform/text/use-text.ts'
import { Icon } from '../../../ui/icons.tsx'
import type { FormModel } from '../../form/form-model.ts'

interface PhoneHeadProps {
  readonly submission: SubmissionView
  readonly model: FormModel
  onList(): void
}

export function PhoneHead({ submission, model, onList }: PhoneHeadProps) {
  const text = useText()
  const { filled, toFill, form } = model
  return (
    <div className="phone-head">
      <Link to="/" className="phone-button" aria-label={text.common.back}>
        <Icon name="left" />
      </Link>
      <div className="grow">
        <b>
          {form.title}, {submission.period.name}
        </b>
        <small>{text.entry.mobileLeft(filled.size, toFill.length, toFill.length - filled.size)}</small>
        {submission.forms.length > 1 ? (
          <nav aria-label={text.form.forms} className="phone-forms">
            {submission.forms.map((it, at) => (
              <Link
                key={it.id}
                to="/entry/$submissionId/$formId"
                params={{ submissionId: submission.id, formId: String(it.id) }}
                aria-current={it.id === form.formId ? 'page' : undefined}
              >
                {text.form.tab(at + 1, it.filled, it.toFill)}
              </Link>
            ))}
          </nav>
        ) : null}
      </div>
      <button type="button" className="phone-button" aria-label={text.entry.rowList} onClick={onList}>
        <Icon name="list" />
      </button>
    </div>
  )
}
