import { Link } from '@tanstack/react-router'
import type { SubmissionView } from '#contract/submissions.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { type FormModel, labelOfCell } from '../form/form-model.ts'

interface MissingCellsProps {
  readonly submission: SubmissionView
  readonly model: FormModel
  onGoTo(cell: string): void
  onClose(): void
}

const mostListed = 8

/** Which cells are empty, each a way to it; other forms by how many. */
export function MissingCells({ submission, model, onGoTo, onClose }: MissingCellsProps) {
  const text = useText()
  const missing = model.toFill.filter((name) => !model.filled.has(name))
  const others = submission.forms.filter((form) => form.id !== model.form.formId && form.filled < form.toFill)
  const go = (cell: string): void => {
    onClose()
    // The dialog gives the focus back when it closes; the grid takes it after that.
    setTimeout(() => onGoTo(cell))
  }
  return (
    <>
      <p className="ink2">{text.entry.incompleteAdvice}</p>
      <ul className="missing-cells">
        {missing.slice(0, mostListed).map((name) => (
          <li key={name}>
            <button type="button" className="link" onClick={() => go(name)}>
              {labelOfCell(model, name)}
            </button>
          </li>
        ))}
        {missing.length > mostListed ? <li className="mut">{text.desk.left(missing.length - mostListed)}</li> : null}
        {others.map((form) => (
          <li key={form.id}>
            <Link to="/entry/$submissionId/$formId" params={{ submissionId: submission.id, formId: String(form.id) }}>
              {form.title}
            </Link>{' '}
            <span className="mut">{text.desk.left(form.toFill - form.filled)}</span>
          </li>
        ))}
      </ul>
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.common.close}</Button>
        {missing[0] === undefined ? null : (
          <Button look="primary" onClick={() => go(missing[0] ?? '')}>
            {text.entry.goToFirst}
          </Button>
        )}
      </div>
    </>
  )
}
