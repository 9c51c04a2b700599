import { useState } from 'react'
import type { SubmissionView } from '#contract/submissions.ts'
import { localMoment, now } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useStep } from '../use-transition.ts'

interface SealDialogProps {
  readonly submission: SubmissionView
  onClose(): void
}

function today(): string {
  const { year, month, day } = localMoment(now())
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The clerk gives the number and date of the register of outgoing documents. */
export function SealDialog({ submission, onClose }: SealDialogProps) {
  const text = useText()
  const step = useStep(submission)
  const [documentNumber, setDocumentNumber] = useState(submission.documentNumber)
  const [documentDate, setDocumentDate] = useState(submission.documentDate ?? today())
  return (
    <Dialog title={text.review.sealTitle} closeLabel={text.common.close} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          step.mutate({ verb: 'seal', documentNumber: documentNumber.trim(), documentDate }, { onSuccess: onClose })
        }}
      >
        <label className="field">
          <span>{text.review.documentNumber}</span>
          <input
            data-first=""
            className="input"
            required
            maxLength={50}
            placeholder={text.review.documentNumberHint}
            value={documentNumber}
            onChange={(event) => setDocumentNumber(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{text.review.documentDate}</span>
          <input
            className="input"
            type="date"
            required
            value={documentDate}
            onChange={(event) => setDocumentDate(event.target.value)}
          />
        </label>
        {step.isError ? <ProblemNote error={step.error} /> : null}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button type="submit" look="primary" disabled={step.isPending || documentNumber.trim() === ''}>
            {text.review.seal}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
