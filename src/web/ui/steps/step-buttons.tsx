import { useLostSince } from '../../platform/connection.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../button.tsx'
import type { IconName } from '../icons.tsx'

interface StepButtonsProps<Verb extends string> {
  /** The one step forward; undefined where there is none. */
  readonly forward: { readonly verb: Verb; readonly icon: IconName; readonly words: string } | undefined
  readonly can: readonly string[]
  /** Cells that would be sent back marked. */
  readonly marked: number
  readonly onOpen: (verb: Verb | 'sendBack' | 'withdraw') => void
}

/** Steps that the server says this person may take, each opening its dialog; none while there is no connection. */
export function StepButtons<Verb extends string>({ forward, can, marked, onOpen }: StepButtonsProps<Verb>) {
  const words = useText().review
  const isOffline = useLostSince() !== null
  return (
    <div className="row wrap">
      {forward === undefined ? null : (
        <Button look="primary" icon={forward.icon} disabled={isOffline} onClick={() => onOpen(forward.verb)}>
          {forward.words}
        </Button>
      )}
      {can.includes('sendBack') ? (
        <Button look="danger" icon="return" disabled={isOffline} onClick={() => onOpen('sendBack')}>
          {words.sendBack(marked)}
        </Button>
      ) : null}
      {can.includes('withdraw') ? (
        <Button disabled={isOffline} onClick={() => onOpen('withdraw')}>
          {words.withdraw}
        </Button>
      ) : null}
    </div>
  )
}
