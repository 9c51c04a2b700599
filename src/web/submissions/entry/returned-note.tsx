import type { SubmissionView } from '#contract/submissions.ts'
import { spokenMoment } from '../../platform/text/moments.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'

interface ReturnedNoteProps {
  readonly submission: SubmissionView
  readonly formId: number
  onGoTo(cell: string): void
}

/** Why it came back, and the marked cells of this form, each a way to it. */
export function ReturnedNote({ submission, formId, onGoTo }: ReturnedNoteProps) {
  const text = useText()
  const { returned, state } = submission
  if (returned === null || state !== 'draft') return null
  return (
    <div className="returned-note no-print">
      <span className="bad">
        <Icon name="return" />
      </span>
      <p className="grow">
        <b>{text.entry.returned(returned.by.name, spokenMoment(text, returned.at))}</b> «{returned.reason}»{' '}
        {returned.cells
          .filter((cell) => cell.formId === formId)
          .map((cell) => (
            <button
              key={`${cell.row}.${cell.column}`}
              type="button"
              className="link"
              title={cell.note}
              onClick={() => onGoTo(`${cell.row}.${cell.column}`)}
            >
              {cell.label}
            </button>
          ))}
      </p>
    </div>
  )
}
