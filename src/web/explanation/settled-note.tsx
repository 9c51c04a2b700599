import type { FigureExplanation } from '#contract/explanation.ts'
import { shortMoment } from '../platform/clock.ts'
import { useText } from '../platform/text/use-text.ts'

type Settlement = NonNullable<NonNullable<FigureExplanation['previous']>['moved'][number]['settlement']>

/** Another agency's word counts since then: who settled it, when and why. */
export function SettledNote({ settlement: { at, by, reason } }: { readonly settlement: Settlement }) {
  const words = useText().explanation
  return (
    <small>
      {words.sourceChosen([by?.name, shortMoment(at)].filter((part) => part !== undefined).join(', '))}
      {reason === '' ? '' : `: «${reason}»`}
    </small>
  )
}
