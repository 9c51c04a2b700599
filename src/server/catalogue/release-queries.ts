/** SQL of release times. */
import type { Db } from '../platform/database.ts'

interface ReleaseRow {
  readonly indicatorId: number
  readonly spanId: number
  readonly releasedAt: string
}

/** In one order: what is kept of readings is known by these. */
export async function selectReleasesAfter(db: Db, at: string): Promise<ReleaseRow[]> {
  const { rows } = await db.query<ReleaseRow>(
    `select r.indicator_id as "indicatorId", r.span_id as "spanId", r.released_at as "releasedAt"
     from releases r where r.released_at > $1 order by r.indicator_id, r.span_id`,
    [at],
  )
  return rows
}

/** SQL each: what a word is about, the id of its plan version (0 for an actual figure), and the instant asked about. */
interface WordInSql {
  readonly indicator: string
  readonly span: string
  readonly plan: string
  readonly at: string
}

/**
 * `withheldUntil` of core/figure in SQL: the condition under which a row `x` of `releases` makes whoever did not say this
 * word wait for it. A condition to join on: asked of each word by itself it costs ten times as much.
 */
export function makesWait({ indicator, span, plan, at }: WordInSql): string {
  return `x.indicator_id = ${indicator} and x.span_id = ${span} and ${plan} = 0 and x.released_at > ${at}`
}
