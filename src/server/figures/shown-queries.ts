import type { Db } from '../platform/database.ts'
import { letterOf } from './held-letters.ts'

interface Slot {
  readonly indicatorId: number
  readonly spanId: number
  /** Last day of the span: the figures lie in one partition. */
  readonly spanTo: string
}

/** Actual figures that say something, of whatever area and agency: those the province sees, and those only their receiver does. */
export async function countShown(db: Db, { indicatorId, spanId, spanTo }: Slot) {
  const { rows } = await db.query<{ accepted: number; sent: number }>(
    `select count(*) filter (where said.known <> ${letterOf('absent')})::int as accepted,
            count(*) filter (where said.known is null and v.sent_kind <> ${letterOf('absent')})::int as sent
     from reported_values v, lateral (select coalesce(v.published_kind, v.accepted_kind) as known) said
     where v.indicator_id = $1 and v.span_id = $2 and v.span_to = $3 and v.plan_version_id = 0`,
    [indicatorId, spanId, spanTo],
  )
  return { accepted: rows[0]?.accepted ?? 0, sent: rows[0]?.sent ?? 0 }
}
