/** Release times to the second, set in the database itself: `npx baocao release` knows minutes, and tells open screens. */
import { invariant } from '#core/quantity/invariant.ts'
import type { Pool } from '#server/platform/database.ts'

export interface Released {
  readonly indicator: string
  /** First and last day, on the statistical calendar. */
  readonly span: readonly [from: string, to: string]
}

/** Sets the time, or moves it, to so many seconds from now by the database's clock. Returns the instant. */
export async function releaseIn(owner: Pool, seconds: number, { indicator, span }: Released): Promise<string> {
  const { rows } = await owner.query<{ at: string }>(
    `insert into releases (indicator_id, span_id, released_at)
     select i.id, s.id, app.now() + $4 * interval '1 second' from indicators i, spans s
     where i.code = $1 and s.calendar = 'statistical' and s.from_date = $2 and s.to_date = $3
     on conflict (indicator_id, span_id) do update set released_at = excluded.released_at
     returning released_at as at`,
    [indicator, ...span, seconds],
  )
  const at = rows[0]?.at
  invariant(at !== undefined, `${indicator} and the days ${span.join(' – ')} are known`)
  return at
}
