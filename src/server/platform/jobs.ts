/**
 * The port to the job queue. A job is enqueued by the transaction whose effect it follows, so it exists exactly when
 * that transaction committed. It runs at least once: a handler leaves the same result when it runs again.
 */
import type { ZodType } from 'zod'
import type { Db } from './database.ts'

/** What can be asked for: a name, stable for ever, and the shape of what is handed over. */
export interface JobKind<Payload> {
  readonly name: string
  readonly payload: ZodType<Payload>
  /** Tries before the job is left for a person to look at; the pause grows with each. */
  readonly attempts: number
}

export interface JobRequest<Payload> {
  readonly payload: Payload
  /** Not before this instant (ISO 8601); at once when absent. */
  readonly runAt?: string
  /** A waiting job with the same key is replaced, so that many requests become one run. */
  readonly key?: string
  /** Jobs of one queue run one after another, in order. */
  readonly queue?: string
}

/** Adds the job to the transaction of `db`. */
export async function enqueue<Payload>(db: Db, kind: JobKind<Payload>, request: JobRequest<Payload>): Promise<void> {
  await db.query(
    `select graphile_worker.add_job($1, payload := $2::json, queue_name := $3, run_at := $4::timestamptz,
       max_attempts := $5::integer, job_key := $6)`,
    [
      kind.name,
      JSON.stringify(kind.payload.parse(request.payload)),
      request.queue ?? null,
      request.runAt ?? null,
      kind.attempts,
      request.key ?? null,
    ],
  )
}

export interface JobRun {
  readonly jobId: string
  /** 1 for the first try. */
  readonly attempt: number
}

/** What a worker runs for a kind; `handler` keeps payload and kind of one type. */
export interface JobHandler {
  readonly name: string
  run(payload: unknown, run: JobRun): Promise<void>
}

export function handler<Payload>(
  kind: JobKind<Payload>,
  run: (payload: Payload, run: JobRun) => Promise<void>,
): JobHandler {
  return { name: kind.name, run: (payload, about) => run(kind.payload.parse(payload), about) }
}

/** A job that comes back by itself: `next` gives the instant of its next run, computed in Vietnam's time by core. */
export interface Recurring<Payload> extends JobKind<Payload> {
  next(now: string): string
}

/** The next run is enqueued before this one works, so that a failing run does not end the series. */
export function recurringHandler(
  db: Db,
  kind: Recurring<Record<string, never>>,
  run: (about: JobRun) => Promise<void>,
): JobHandler {
  return handler(kind, async (_payload, about) => {
    await scheduleNext(db, kind)
    await run(about)
  })
}

type Repeating = Recurring<Record<string, never>>
const seriesKey = (kind: Repeating) => `recurring:${kind.name}`

/** Makes sure that exactly one next run waits; called by each run. */
async function scheduleNext(db: Db, kind: Repeating): Promise<void> {
  const { rows } = await db.query<{ now: string }>('select app.now() as now')
  await enqueue(db, kind, { payload: {}, runAt: kind.next(rows[0]?.now ?? ''), key: seriesKey(kind) })
}

/** Runs it once now, in place of the run that waits, and from then on in its own time; called when a worker starts. */
export async function startSeries(db: Db, kind: Repeating): Promise<void> {
  await enqueue(db, kind, { payload: {}, key: seriesKey(kind) })
}
