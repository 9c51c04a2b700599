import { useLocation } from '@tanstack/react-router'
import { useSession } from '../platform/session.ts'
import { putOffSignIn, sessionFound, useSessionState } from '../platform/session-end.ts'
import { useText } from '../platform/text/use-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Shown over the page when the session has ended; the calls that were refused wait for it and are then repeated. */
export function SignInDialog() {
  const { signIn: text, sessionEnd, common } = useText()
  const { account } = useSession()
  const here = useLocation({ select: ({ href }) => href })
  if (useSessionState() !== 'asking') return null
  return (
    <Dialog title={sessionEnd.title} closeLabel={common.close} onClose={putOffSignIn}>
      <p className="ink2">{text.endedAdvice}</p>
      <SignInForm fixedAccount={account.login} onSignedIn={sessionFound} />
      <a href={`/sign-in?${new URLSearchParams({ next: here })}`}>{text.otherAccount}</a>
    </Dialog>
  )
}
