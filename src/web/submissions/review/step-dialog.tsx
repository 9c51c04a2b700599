import type { SubmissionView } from '#contract/submissions.ts'
import { useText } from '../../platform/text/use-text.ts'
import { ApproveDialog } from '../../ui/steps/approve-dialog.tsx'
import { ConfirmDialog } from '../../ui/steps/confirm-dialog.tsx'
import { SealDialog } from '../../ui/steps/seal-dialog.tsx'
import { useStep } from '../use-transition.ts'
import { WithdrawDialog } from '../withdraw-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import type { Marks } from './use-marks.ts'

export type DecidingVerb = 'appraise' | 'approve' | 'seal' | 'send' | 'accept' | 'sendBack' | 'withdraw'

interface StepDialogProps {
  readonly submission: SubmissionView
  readonly marks: Marks
  readonly verb: DecidingVerb
  /** What the button said that opened it. */
  readonly action: string
  onClose(): void
}

/** What a step asks before it is taken: nothing but a second look, a reason, a number, or the password. */
export function StepDialog({ submission, marks, verb, action, onClose }: StepDialogProps) {
  const text = useText().review
  const taking = { take: useStep(submission).mutateAsync, onClose }
  switch (verb) {
    case 'sendBack':
      return <ReturnDialog submission={submission} marks={marks} onClose={onClose} />
    case 'withdraw':
      return <WithdrawDialog submission={submission} onClose={onClose} />
    case 'approve':
      return <ApproveDialog {...taking} />
    case 'seal':
      return <SealDialog given={submission} {...taking} />
    case 'appraise':
    case 'send':
    case 'accept':
      return (
        <ConfirmDialog
          verb={verb}
          title={text.confirmTitle[verb]}
          advice={text.confirmAdvice[verb]}
          action={action}
          {...taking}
        />
      )
  }
}
