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

/** As the index has it: moved to a later time, it is to be told again. */
const untold = '(r.told_at is null or r.told_at < r.released_at)'

/** Milliseconds of the database's clock until the next release time that is still to be told, if it comes this soon. */
export async function untilNextRelease(db: Db, withinMs: number): Promise<number | undefined> {
  const { rows } = await db.query<{ ms: number }>(
    `select greatest(ceil(extract(epoch from next.at - app.now()) * 1000), 0)::int as ms
     from (select min(r.released_at) as at from releases r where ${untold}) next
     where next.at < app.now() + $1 * interval '1 millisecond'`,
    [withinMs],
  )
  return rows[0]?.ms
}

/** Marks as told what is due, and gives the codes of its indicators. What another node is telling just now is left to it. */
export async function takeDueReleases(db: Db): Promise<readonly string[]> {
  const { rows } = await db.query<{ code: string }>(
    `with due as (
       select r.indicator_id, r.span_id from releases r where ${untold} and r.released_at <= app.now()
       for update skip locked),
     told as (
       update releases r set told_at = app.now() from due
       where r.indicator_id = due.indicator_id and r.span_id = due.span_id returning r.indicator_id)
     select distinct i.code from told join indicators i on i.id = told.indicator_id order by i.code`,
  )
  return rows.map(({ code }) => code)
}
