import './problem-note.css'
import type { ReactNode } from 'react'
import { ConnectionError, isProblem, ProblemError } from '../platform/problem-error.ts'
import { signInAgain } from '../platform/session-end.ts'
import { useText } from '../platform/text/use-text.ts'
import { Button } from './button.tsx'
import { Icon } from './icons.tsx'

/** What the server refused, in its own sentence, where it happened; of an ended session, with the way to sign in. */
export function ProblemNote({ error, children }: { readonly error: unknown; readonly children?: ReactNode }) {
  const text = useText()
  const isEnded = isProblem(error, 'session.required')
  const sentence =
    error instanceof ProblemError
      ? error.problem.detail
      : error instanceof ConnectionError
        ? text.failure.noConnection
        : `${text.failure.title}. ${error instanceof Error ? error.message.slice(0, 200) : ''}`
  return (
    <div className="problem-note" role="alert">
      <Icon name="stop" />
      <div>
        <p>{sentence}</p>
        {isEnded ? (
          <Button onClick={() => void signInAgain({ mayAsk: true })}>{text.sessionEnd.signIn}</Button>
        ) : children === undefined ? null : (
          <div className="row wrap">{children}</div>
        )}
      </div>
    </div>
  )
}
