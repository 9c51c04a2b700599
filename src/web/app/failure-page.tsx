import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { onConnection } from '../platform/connection.ts'
import { ConnectionError, isProblem, ProblemError } from '../platform/problem-error.ts'
import { useText } from '../platform/text/use-text.ts'
import { BackToDesk } from '../ui/back-to-desk.tsx'
import { Button } from '../ui/button.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'

/** What a page shows instead of itself when it could not load or broke. */
export function FailurePage({ error, reset }: ErrorComponentProps) {
  const text = useText()
  const router = useRouter()
  const isLost = error instanceof ConnectionError
  useEffect(() => (isLost ? onConnection(() => void router.invalidate()) : undefined), [isLost, router])
  const isRefusal = error instanceof ProblemError
  const isMissing = isProblem(error, 'request.not-found')
  return (
    <main className="failure" id="main" tabIndex={-1}>
      <h1>{isMissing ? text.failure.notYoursTitle : text.failure.title}</h1>
      {isRefusal || isLost ? null : <p className="ink2">{text.failure.advice}</p>}
      <ProblemNote error={error} />
      <p className="row">
        <Button
          onClick={() => {
            reset()
            location.reload()
          }}
        >
          {text.common.reload}
        </Button>
        <BackToDesk look="quiet" />
      </p>
    </main>
  )
}
