import type { Withdrawal } from '#contract/explanation.ts'
import { shortMoment } from '../platform/clock.ts'
import { useText } from '../platform/text/use-text.ts'

/** A figure that was taken back: by whom, when and why, and whether what its agency had sent before counts again. */
export function WithdrawalNote({
  withdrawal: { agency, at, by, isSentBack, reason, holdsAgain },
}: WithdrawalNoteProps) {
  const words = useText().explanation
  const who = by?.name ?? agency
  return (
    <small className="withdrawal">
      {(isSentBack ? words.sentBackBy : words.withdrawnBy)(who, shortMoment(at))}
      {reason === '' ? '' : `: «${reason}»`}
      {holdsAgain ? <span>{words.holdsAgain(agency)}</span> : null}
    </small>
  )
}

interface WithdrawalNoteProps {
  readonly withdrawal: Withdrawal
}
