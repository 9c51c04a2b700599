import './problem-note.css'
import type { ReactNode } from 'react'
import { ConnectionError, ProblemError, sentenceOf } from '../platform/problem-error.ts'
import { useLanguage } from '../platform/text/language.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from './icons.tsx'

/** What the server refused, in its own sentence, where it happened. */
export function ProblemNote({ error, children }: { readonly error: unknown; readonly children?: ReactNode }) {
  const text = useText()
  const { language } = useLanguage()
  const sentence =
    error instanceof ProblemError
      ? sentenceOf(error, language)
      : error instanceof ConnectionError
        ? text.failure.noConnection
        : `${text.failure.title}. ${error instanceof Error ? error.message.slice(0, 200) : ''}`
  return (
    <div className="problem-note" role="alert">
      <Icon name="stop" />
      <div>
        <p>{sentence}</p>
        {children === undefined ? null : <div className="row wrap">{children}</div>}
      </div>
    </div>
  )
}
