import { useState } from 'react'
import type { SubmissionView } from '#contract/submissions.ts'
import { useText } from '../../platform/text/use-text.ts'
import { ReasonDialog } from '../../ui/steps/reason-dialog.tsx'
import { useStep } from '../use-transition.ts'
import { markKey } from './differences.ts'
import type { Marks } from './use-marks.ts'

interface ReturnDialogProps {
  readonly submission: SubmissionView
  readonly marks: Marks
  onClose(): void
}

/** Sending back always says why; each marked cell may carry its own word. */
export function ReturnDialog({ submission, marks, onClose }: ReturnDialogProps) {
  const text = useText().review
  const step = useStep(submission)
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({})
  const cells = marks.cells.map((mark) => {
    const { formId, row, column } = mark
    return { formId, row, column, note: (notes[markKey(mark)] ?? '').trim() }
  })
  return (
    <ReasonDialog
      verb="sendBack"
      title={text.returnTitle}
      advice={text.returnAdvice}
      placeholder={text.returnPlaceholder}
      action={text.sendBack(marks.cells.length)}
      look="danger"
      take={(given) => step.mutateAsync({ ...given, cells })}
      onClose={onClose}
    >
      {marks.cells.map((mark) => (
        <label key={markKey(mark)} className="field">
          <span>{mark.label}</span>
          <input
            className="input"
            maxLength={500}
            placeholder={text.cellNote}
            value={notes[markKey(mark)] ?? ''}
            onChange={(event) => setNotes({ ...notes, [markKey(mark)]: event.target.value })}
          />
        </label>
      ))}
    </ReasonDialog>
  )
}
