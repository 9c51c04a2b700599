import { useState } from 'react'
import type { SubmissionView } from '#contract/submissions.ts'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useStep } from './use-transition.ts'

interface WithdrawDialogProps {
  readonly submission: SubmissionView
  onClose(): void
}

/** Back to data entry; after it has left the agency, only with a reason. */
export function WithdrawDialog({ submission, onClose }: WithdrawDialogProps) {
  const text = useText()
  const [reason, setReason] = useState('')
  const step = useStep(submission)
  const needsReason = submission.needs.withdraw?.includes('reason') ?? false
  return (
    <Dialog title={text.entry.withdrawTitle} closeLabel={text.common.close} onClose={onClose}>
      <p className="ink2">{text.entry.withdrawAdvice}</p>
      {needsReason ? (
        <label className="field">
          <span>{text.review.reason}</span>
          <textarea className="input" value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      ) : null}
      {step.isError ? <ProblemNote error={step.error} /> : null}
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.common.cancel}</Button>
        <Button
          look="primary"
          disabled={step.isPending || (needsReason && reason.trim() === '')}
          onClick={() =>
            step.mutate({ verb: 'withdraw', ...(needsReason ? { reason: reason.trim() } : {}) }, { onSuccess: onClose })
          }
        >
          {text.verbs.withdraw}
        </Button>
      </div>
    </Dialog>
  )
}
