import type { Welcome } from '#contract/session.ts'
import { useText } from '../platform/text/use-text.ts'

/** Whom to call who cannot sign in. */
export function SupportLine({ support }: Pick<Welcome, 'support'>) {
  const text = useText().signIn
  return (
    <p>
      <b>{text.help}</b> {text.helpText(support?.name)}
      {support?.phone ? (
        <>
          {', '}
          <a href={`tel:${support.phone.replaceAll(' ', '')}`}>{support.phone}</a>
        </>
      ) : null}
    </p>
  )
}
