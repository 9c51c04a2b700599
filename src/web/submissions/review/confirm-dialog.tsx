import type { SubmissionView } from '#contract/submissions.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useStep } from '../use-transition.ts'

interface ConfirmDialogProps {
  readonly submission: SubmissionView
  readonly verb: 'appraise' | 'send' | 'accept'
  onClose(): void
}

export function ConfirmDialog({ submission, verb, onClose }: ConfirmDialogProps) {
  const text = useText()
  const step = useStep(submission)
  return (
    <Dialog title={text.review.confirmTitle[verb]} closeLabel={text.common.close} onClose={onClose}>
      <p className="ink2">{text.review.confirmAdvice[verb]}</p>
      {step.isError ? <ProblemNote error={step.error} /> : null}
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.common.cancel}</Button>
        <Button look="primary" disabled={step.isPending} onClick={() => step.mutate({ verb }, { onSuccess: onClose })}>
          {verb === 'send' ? text.review.send(submission.receiver.shortName) : text.review[verb]}
        </Button>
      </div>
    </Dialog>
  )
}
