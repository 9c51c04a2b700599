import type { SubmissionView } from '#contract/submissions.ts'
import { useText } from '../platform/text/use-text.ts'
import { ConfirmDialog } from '../ui/steps/confirm-dialog.tsx'
import { ReasonDialog } from '../ui/steps/reason-dialog.tsx'
import { useStep } from './use-transition.ts'

interface WithdrawDialogProps {
  readonly submission: SubmissionView
  onClose(): void
}

/** Back to data entry; after it has left the agency, only with a reason. */
export function WithdrawDialog({ submission, onClose }: WithdrawDialogProps) {
  const text = useText()
  const step = useStep(submission)
  const Dialog = submission.needs.withdraw?.includes('reason') ? ReasonDialog : ConfirmDialog
  return (
    <Dialog
      verb="withdraw"
      title={text.entry.withdrawTitle}
      advice={text.entry.withdrawAdvice}
      action={text.verbs.withdraw}
      take={step.mutateAsync}
      onClose={onClose}
    />
  )
}
