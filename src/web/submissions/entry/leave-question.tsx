import { useText } from '../../platform/text/use-text.ts'
import { AskBeforeLeaving } from '../../ui/ask-before-leaving.tsx'

/** Texts that could not be read are nowhere but on this page. */
export function LeaveQuestion({ unread }: { readonly unread: number }) {
  const { leaveTitle, leaveAdvice, leave, stay } = useText().entry
  return (
    <AskBeforeLeaving isAsked={unread > 0} title={leaveTitle(unread)} advice={leaveAdvice} leave={leave} stay={stay} />
  )
}
