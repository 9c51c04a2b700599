import { isProblem } from '../platform/problem-error.ts'
import { useText } from '../platform/text/use-text.ts'
import { BackToDesk } from './back-to-desk.tsx'
import { ProblemNote } from './problem-note.tsx'
import { Skeleton } from './skeleton.tsx'

/** A whole page that is still loading, or could not load. */
export function PageProblem({ error }: { readonly error: unknown }) {
  const text = useText()
  const title = isProblem(error, 'session.required')
    ? text.sessionEnd.title
    : isProblem(error, 'request.not-found')
      ? text.failure.notYoursTitle
      : text.failure.title
  return (
    <main className="page" id="main" tabIndex={-1}>
      {error ? (
        <>
          <title>{`${title} · ${text.name.system}`}</title>
          <div className="page-head">
            <h1>{title}</h1>
          </div>
          <ProblemNote error={error} />
          <p className="page-way-back">
            <BackToDesk />
          </p>
        </>
      ) : (
        <>
          <h1 className="sr">{text.common.loading}</h1>
          <Skeleton label={text.common.loading} lines={12} />
        </>
      )}
    </main>
  )
}
