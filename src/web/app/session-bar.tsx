import '../ui/notice-bar.css'
import { signInAgain, useSessionState } from '../platform/session-end.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'

/** Says that the session has ended, what became of the work on this page, and leads to signing in without leaving it. */
export function SessionBar() {
  const text = useText().sessionEnd
  if (useSessionState() === 'running') return null
  return (
    <div className="notice-bar no-print" role="status">
      <Icon name="lock" />
      <span className="grow">
        <b>{text.title}.</b> {text.advice}
      </span>
      <button type="button" className="link" onClick={() => void signInAgain({ mayAsk: true })}>
        {text.signIn}
      </button>
    </div>
  )
}
