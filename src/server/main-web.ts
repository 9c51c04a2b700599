/** The web role: answers HTTP. Stateless; several of them on one PostgreSQL behave as one. */
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import fastify from 'fastify'
import { type Config, readConfig } from './platform/config.ts'
import { openPool } from './platform/database.ts'
import { type Log, openLog } from './platform/log.ts'
import { runUntilSignal } from './platform/run-until-signal.ts'
import { type Database, openDatabase } from './platform/server-database.ts'
import { StartupRefusal } from './platform/startup-refusal.ts'

export interface RunningWeb {
  /** Where a browser on this machine finds it. */
  readonly address: string
  stop(): Promise<void>
}

export interface Surroundings {
  readonly config: Config
  readonly database: Pick<Database, 'url' | 'role'>
  readonly log: Log
}

function listenRefusal(error: NodeJS.ErrnoException, { host, port }: Config): unknown {
  if (error.code === 'EADDRINUSE') {
    return new StartupRefusal(
      `Cổng ${port} đang được chương trình khác dùng. Hãy đặt PORT khác, ví dụ PORT=${port + 1}.`,
    )
  }
  if (error.code === 'EACCES')
    return new StartupRefusal(`Không được phép mở cổng ${port}. Hãy đặt PORT từ 1024 trở lên.`)
  if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL') {
    return new StartupRefusal(`HOST=${host} không phải địa chỉ của máy này.`)
  }
  return error
}

export async function startWeb({ config, database, log }: Surroundings): Promise<RunningWeb> {
  const pool = openPool({
    url: database.url,
    size: config.poolSize,
    name: 'baocao-web',
    ...(database.role && { role: database.role }),
  })
  const app = fastify({ loggerInstance: log, forceCloseConnections: 'idle' })
  app.get('/health/live', async () => ({ status: 'ok' }))
  app.addHook('onClose', () => pool.end())
  try {
    await app.listen({ port: config.port, host: config.host })
  } catch (error) {
    await app.close()
    throw listenRefusal(error as NodeJS.ErrnoException, config)
  }
  const bound = (app.server.address() as AddressInfo).port
  return { address: `http://localhost:${bound}`, stop: () => app.close() }
}

if (import.meta.main) {
  await runUntilSignal(async (stopLater) => {
    const config = readConfig(process.env, path.resolve(import.meta.dirname, '../..'))
    const log = openLog({ level: config.logLevel, role: 'web' })
    const database = await openDatabase(config, log)
    stopLater(database.stop)
    const web = await startWeb({ config, database, log })
    stopLater(web.stop)
  })
}
