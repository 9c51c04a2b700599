/** Runs enqueued jobs in this process until stopped. Jobs under way at the stop are finished first. */
import { EventEmitter } from 'node:events'
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { type Pool, type PoolOptions, poolSettings } from './database.ts'
import type { JobHandler } from './jobs.ts'
import type { Log } from './log.ts'
import { beat, type Heartbeat, leave, releaseSilent, usualHeartbeat } from './worker-heartbeat.ts'

export interface WorkerSurroundings {
  /** Of the program, for the heartbeat. */
  readonly pool: Pool
  /** Where the queue keeps its own connections. */
  readonly connection: Pick<PoolOptions, 'url' | 'role'>
  readonly handlers: readonly JobHandler[]
  readonly concurrency: number
  readonly log: Log
  readonly heartbeat?: Heartbeat
}

export interface RunningWorker {
  stop(): Promise<void>
}

function tasksOf(handlers: readonly JobHandler[]): TaskList {
  return Object.fromEntries(
    handlers.map((one) => [
      one.name,
      (payload: unknown, { job }: { job: { id: string; attempts: number } }) =>
        one.run(payload, { jobId: String(job.id), attempt: job.attempts }),
    ]),
  )
}

function loggerOf(log: Log): Logger {
  return new Logger((scope) => (level, message, meta) => {
    const entry = { ...scope, ...(meta?.error instanceof Error && { err: meta.error }) }
    if (level === 'error') log.error(entry, message)
    else if (level === 'warning') log.warn(entry, message)
    else log.debug(entry, message)
  })
}

/** Beats until told to stop; a beat that fails (database away) is only logged, the next one comes soon. */
function keepBeating({ pool, log, heartbeat = usualHeartbeat }: WorkerSurroundings, id: string): () => Promise<void> {
  let last = Promise.resolve()
  const once = async () => {
    try {
      await beat(pool, id)
      const silent = await releaseSilent(pool, heartbeat.deadAfterSeconds)
      if (silent.length > 0) log.warn({ silent }, 'jobs of silent workers were given back')
    } catch (error) {
      log.warn({ err: error }, 'heartbeat failed')
    }
  }
  const tick = () => {
    last = last.then(once)
  }
  tick()
  const timer = setInterval(tick, heartbeat.everyMs)
  return async () => {
    clearInterval(timer)
    await last
    await leave(pool, id).catch(() => {})
  }
}

export async function startWorker(surroundings: WorkerSurroundings): Promise<RunningWorker> {
  const { connection, handlers, concurrency, log } = surroundings
  // The queue library expects Date objects, so it has a pool with the usual types of pg.
  const queuePool = new pg.Pool(poolSettings({ ...connection, size: concurrency + 3, name: 'baocao-worker' }))
  queuePool.on('error', () => {})
  queuePool.on('connect', (client) => client.on('error', () => {}))
  const events: WorkerEvents = new EventEmitter()
  let id = ''
  events.on('pool:create', ({ workerPool }) => {
    id = workerPool.id
  })
  const runner = await run({
    pgPool: queuePool,
    taskList: tasksOf(handlers),
    concurrency,
    noHandleSignals: true,
    logger: loggerOf(log),
    events,
    preset: { worker: { pollInterval: 1_000 } },
  })
  const stopBeating = keepBeating(surroundings, id)
  return {
    stop: async () => {
      await runner.stop()
      await stopBeating()
      await queuePool.end()
    },
  }
}
