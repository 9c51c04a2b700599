import { useText } from '../platform/text/use-text.ts'
import { BackToDesk } from '../ui/back-to-desk.tsx'

export function NotFoundPage() {
  const text = useText()
  return (
    <main className="failure" id="main" tabIndex={-1}>
      <title>{`${text.failure.notFoundTitle} · ${text.name.system}`}</title>
      <h1>{text.failure.notFoundTitle}</h1>
      <p className="ink2">{text.failure.notFoundAdvice}</p>
      <p>
        <BackToDesk />
      </p>
    </main>
  )
}
