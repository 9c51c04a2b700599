import type { VersionView } from '#contract/versions.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import { ApproveDialog } from '../../ui/steps/approve-dialog.tsx'
import { ConfirmDialog } from '../../ui/steps/confirm-dialog.tsx'
import { ReasonDialog } from '../../ui/steps/reason-dialog.tsx'
import { SealDialog } from '../../ui/steps/seal-dialog.tsx'
import { useVersionStep } from './use-version-step.ts'

export type VersionVerb = 'submit' | 'appraise' | 'approve' | 'seal' | 'send' | 'sendBack' | 'withdraw'

interface VersionStepDialogProps {
  readonly period: string
  readonly version: VersionView
  readonly verb: VersionVerb
  /** The version of the period that the head approved last. */
  readonly approved: number | undefined
  onClose(): void
}

/** What a step asks before it is taken: nothing but a second look, a reason, a number, or the password. */
export function VersionStepDialog({ period, version: it, verb, approved, onClose }: VersionStepDialogProps) {
  const text = useText()
  const words = text.versionWay
  const taking = { take: useVersionStep(period, it).mutateAsync, onClose }
  switch (verb) {
    case 'approve':
      return <ApproveDialog {...taking} />
    case 'seal':
      return <SealDialog given={it} {...taking} />
    case 'sendBack':
      return (
        <ReasonDialog
          verb={verb}
          title={words.returnTitle(it.version)}
          advice={words.returnAdvice}
          placeholder={words.returnPlaceholder}
          action={text.review.sendBack(0)}
          look="danger"
          {...taking}
        />
      )
    case 'submit':
      if (!it.needs.submit?.includes('reason')) break
      return (
        <ReasonDialog
          verb={verb}
          title={words.correctTitle(it.version)}
          advice={words.correctAdvice(approved ?? it.version - 1)}
          placeholder={words.correctReason}
          action={words.submit}
          {...taking}
        />
      )
  }
  return <ConfirmDialog verb={verb} {...confirming(text, it, verb)} {...taking} />
}

/** Title, consequence and button of a step that needs nothing but a second look. */
function confirming(text: Text, { version, receiver }: VersionView, verb: 'submit' | 'appraise' | 'send' | 'withdraw') {
  const words = text.versionWay
  const send = receiver ? text.review.send(receiver.shortName) : words.sendUp
  return {
    submit: { title: words.submitTitle(version), advice: words.submitAdvice, action: words.submit },
    appraise: { title: words.appraiseTitle(version), advice: words.appraiseAdvice, action: text.review.appraise },
    send: { title: words.sendTitle(receiver?.shortName ?? ''), advice: words.sendAdvice, action: send },
    withdraw: { title: words.withdrawTitle(version), advice: words.withdrawAdvice, action: text.review.withdraw },
  }[verb]
}
