/**
 * The place where reports are decided on has the name of what its visitor does there: whoever only receives reads
 * «Tiếp nhận», a clerk «Phát hành», all others the whole.
 */
import { useActingAgency } from '../session.ts'
import { useText } from './use-text.ts'

const deciding = ['appraiser', 'approver', 'clerk', 'receiver', 'consolidator']
const receiving = ['receiver', 'consolidator']

export function useReviewPlace(): string {
  const { reviewPlace } = useText()
  const held = (useActingAgency()?.roles ?? []).filter((role) => deciding.includes(role))
  if (held.length > 0 && held.every((role) => receiving.includes(role))) return reviewPlace.receive
  if (held.length > 0 && held.every((role) => role === 'clerk')) return reviewPlace.seal
  return reviewPlace.decide
}
