import { Link } from '@tanstack/react-router'
import { useText } from '../platform/text/use-text.ts'
import { buttonClass } from '../ui/button.tsx'

export function NotFoundPage() {
  const text = useText()
  return (
    <main className="failure" id="main" tabIndex={-1}>
      <title>{`${text.failure.notFoundTitle} · ${text.name.system}`}</title>
      <h1>{text.failure.notFoundTitle}</h1>
      <p className="ink2">{text.failure.notFoundAdvice}</p>
      <p>
        <Link to="/" className={buttonClass()}>
          {text.common.back}
        </Link>
      </p>
    </main>
  )
}
