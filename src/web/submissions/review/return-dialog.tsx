import { useState } from 'react'
import type { SubmissionView } from '#contract/submissions.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
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
  const common = useText().common
  const step = useStep(submission)
  const [reason, setReason] = useState('')
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({})
  const send = (): void => {
    const cells = marks.cells.map((mark) => {
      const { formId, row, column } = mark
      return { formId, row, column, note: (notes[markKey(mark)] ?? '').trim() }
    })
    step.mutate({ verb: 'sendBack', reason: reason.trim(), cells }, { onSuccess: onClose })
  }
  return (
    <Dialog title={text.returnTitle} closeLabel={common.close} onClose={onClose}>
      <p className="ink2">{text.returnAdvice}</p>
      <label className="field">
        <span>{text.reason}</span>
        <textarea
          data-first=""
          className="input"
          required
          maxLength={2000}
          placeholder={text.returnPlaceholder}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
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
      {step.isError ? <ProblemNote error={step.error} /> : null}
      <div className="dialog-foot">
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button look="danger" icon="return" disabled={step.isPending || reason.trim() === ''} onClick={send}>
          {text.sendBack(marks.cells.length)}
        </Button>
      </div>
    </Dialog>
  )
}
