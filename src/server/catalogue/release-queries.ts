/** SQL of release times. */
import type { LocalDate } from '#core/period/local-date.ts'
import type { Calendar } from '#core/period/span.ts'
import type { Db } from '../platform/database.ts'

interface ReleaseKey {
  readonly indicatorId: number
  readonly spanId: number
}

interface ReleaseRow extends ReleaseKey {
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

/** Locked; undefined where none was ever set. */
export async function lockRelease(db: Db, { indicatorId, spanId }: ReleaseKey): Promise<string | undefined> {
  const { rows } = await db.query<{ at: string }>(
    'select r.released_at as at from releases r where r.indicator_id = $1 and r.span_id = $2 for update',
    [indicatorId, spanId],
  )
  return rows[0]?.at
}

/** To be told when it comes. */
export async function writeRelease(db: Db, it: ReleaseKey & { at: string; by: number }): Promise<void> {
  await db.query(
    `insert into releases (indicator_id, span_id, released_at, set_by) values ($1, $2, $3, $4)
     on conflict (indicator_id, span_id)
     do update set released_at = excluded.released_at, set_by = excluded.set_by, told_at = null`,
    [it.indicatorId, it.spanId, it.at, it.by],
  )
}

/** It comes now, and is told by whoever calls this. */
export async function endRelease(db: Db, it: ReleaseKey & { at: string; by: number }): Promise<void> {
  await db.query(
    'update releases set released_at = $3, told_at = $3, set_by = $4 where indicator_id = $1 and span_id = $2',
    [it.indicatorId, it.spanId, it.at, it.by],
  )
}

interface ComingRelease {
  /** Of the indicator. */
  readonly code: string
  readonly calendar: Calendar
  readonly from: LocalDate
  readonly to: LocalDate
  readonly releasedAt: string
  /** Null for one that was set in the database itself. */
  readonly setBy: number | null
}

/** In the order in which they come. */
export async function selectComingReleases(db: Db, at: string): Promise<ComingRelease[]> {
  const { rows } = await db.query<ComingRelease>(
    `select i.code, s.calendar, s.from_date as "from", s.to_date as "to",
            r.released_at as "releasedAt", r.set_by as "setBy"
     from releases r join spans s on s.id = r.span_id join indicators i on i.id = r.indicator_id
     where r.released_at > $1 order by r.released_at, i.code, s.from_date, s.to_date`,
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
