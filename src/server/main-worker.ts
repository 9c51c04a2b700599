/** The worker role: runs the jobs that requests have enqueued, apart from the web so that heavy work slows no page. */
import path from 'node:path'
import { anchorsFile, sealing, sealingHandler } from './audit/index.ts'
import { tidying, tidyingHandler } from './identity/index.ts'
import type { Surroundings } from './main-web.ts'
import { type Config, readConfig } from './platform/config.ts'
import { openPool, type Pool } from './platform/database.ts'
import { type JobHandler, startSeries } from './platform/jobs.ts'
import { openLog } from './platform/log.ts'
import { runUntilSignal } from './platform/run-until-signal.ts'
import { openDatabase } from './platform/server-database.ts'
import { type RunningWorker, startWorker } from './platform/worker.ts'
import { openPeriods, openPeriodsHandler } from './submissions/index.ts'

/** Every job the program knows. A job without its handler here would wait for ever. */
function handlers(pool: Pool, config: Config): readonly JobHandler[] {
  return [
    sealingHandler(pool, anchorsFile(config.dataFolder)),
    tidyingHandler(pool, { idleMinutes: config.sessionIdleMinutes, hours: config.sessionHours }),
    openPeriodsHandler(pool),
  ]
}

export async function startJobs({ config, database, log }: Surroundings): Promise<RunningWorker> {
  const { url, role } = database
  const connection = { url, ...(role && { role }) }
  const pool = openPool({ ...connection, size: config.jobConcurrency + 2, name: 'baocao-worker' })
  const worker = await startWorker({
    pool,
    connection,
    handlers: handlers(pool, config),
    concurrency: config.jobConcurrency,
    log,
  })
  for (const series of [sealing, tidying, openPeriods]) await startSeries(pool, series)
  return {
    stop: async () => {
      await worker.stop()
      await pool.end()
    },
  }
}

if (import.meta.main) {
  await runUntilSignal(async (stopLater) => {
    const config = readConfig(process.env, path.resolve(import.meta.dirname, '../..'))
    const log = openLog({ level: config.logLevel, role: 'worker' })
    const database = await openDatabase(config, log)
    stopLater(database.stop)
    const worker = await startJobs({ config, database, log })
    stopLater(worker.stop)
  })
}
