/** Sent figures that were taken back (đã rút): by whom, when and why, and whether it was the receiver who returned them. */
import type { Withdrawal } from '#contract/explanation.ts'
import type { ProvenanceRow } from '../figures/index.ts'
import { peopleById } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { stepsOf } from '../submissions/index.ts'
import type { Explaining } from './reported-node.ts'

/** Whether it had been taken back by the moment that is read. */
export function isWithdrawn({ withdrawn_at }: ProvenanceRow, { at }: Pick<Explaining, 'at'>): boolean {
  return withdrawn_at !== null && withdrawn_at <= at
}

export type WithdrawalOf = (word: ProvenanceRow, holdsAgain: boolean) => Withdrawal | null

/** Of any of these words; null for one that was not taken back. A figure that came with no report names nobody. */
export async function withdrawalsAmong(db: Db, x: Explaining, words: readonly ProvenanceRow[]): Promise<WithdrawalOf> {
  const gone = words.filter((word) => isWithdrawn(word, x))
  const steps = await stepsOf(db, [...new Set(gone.flatMap((word) => word.submission_id ?? []))])
  const stepOf = ({ submission_id, withdrawn_at }: ProvenanceRow) =>
    steps.get(submission_id ?? '')?.find((step) => step.from_state === 'sent' && step.at === withdrawn_at)
  const people = await peopleById(db, [...new Set(gone.flatMap((word) => stepOf(word)?.account_id ?? []))])
  return (word, holdsAgain) => {
    if (word.withdrawn_at === null || !isWithdrawn(word, x)) return null
    const step = stepOf(word)
    return {
      agency: x.catalogue.agencies.get(word.agency_id)?.shortName ?? '',
      at: word.withdrawn_at,
      by: people.get(step?.account_id ?? 0) ?? null,
      isSentBack: step?.verb === 'sendBack',
      reason: step?.reason ?? '',
      holdsAgain,
    }
  }
}
