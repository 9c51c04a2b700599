import { useEffect, useState } from 'react'
import { whenSessionEnds } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'
import { useText } from '../platform/text/use-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { SignInForm } from './sign-in-form.tsx'

interface Waiting {
  readonly promise: Promise<void>
  readonly settle: () => void
}

/** Shown over the page when the session has ended; the calls that were refused wait here and are then repeated. */
export function SignInDialog() {
  const text = useText().signIn
  const { account } = useSession()
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  useEffect(() => {
    let present: Waiting | null = null
    whenSessionEnds(() => {
      if (!present) {
        let resume = (): void => {}
        const promise = new Promise<void>((resolve) => {
          resume = resolve
        })
        const settle = (): void => {
          present = null
          setWaiting(null)
          resume()
        }
        present = { promise, settle }
        setWaiting(present)
      }
      return present.promise
    })
  }, [])
  if (!waiting) return null
  return (
    <Dialog title={text.endedTitle} onClose={waiting.settle}>
      <p className="ink2">{text.endedAdvice}</p>
      <SignInForm fixedAccount={account.login} onSignedIn={waiting.settle} />
      <a href="/sign-in">{text.otherAccount}</a>
    </Dialog>
  )
}
