/** The web role: answers HTTP. Stateless; several of them on one PostgreSQL behave as one. */
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { canReadProvince, type Role } from '#core/access/roles.ts'
import { provinceName, registerCatalogue, registerCheckRules, watchReleases } from './catalogue/index.ts'
import { mayReadSomeTable, registerProvince } from './consolidation/index.ts'
import { demonstrationPassword } from './demonstration/index.ts'
import { registerExplanation } from './explanation/index.ts'
import { registerExplorer } from './explorer/index.ts'
import {
  actorOf,
  callerNow,
  guardRoutes,
  journalDenial,
  registerIdentity,
  type SessionSettings,
  warmPasswords,
} from './identity/index.ts'
import { type Config, readConfig } from './platform/config.ts'
import { openPool, type Pool } from './platform/database.ts'
import type { FeedViewer } from './platform/feed.ts'
import { registerFeed } from './platform/feed-routes.ts'
import { startTailer } from './platform/feed-tailer.ts'
import { openHttpApp, registerDescription } from './platform/http-app.ts'
import { listenRefusal } from './platform/listening-place.ts'
import { type Log, openLog } from './platform/log.ts'
import { runUntilSignal } from './platform/run-until-signal.ts'
import { type Database, openDatabase } from './platform/server-database.ts'
import { servePages } from './platform/static-pages.ts'
import { registerSubmissions } from './submissions/index.ts'

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

export interface WebParts {
  readonly config: Pick<
    Config,
    | 'publicUrl'
    | 'trustProxy'
    | 'allowUnsafeDatabase'
    | 'demo'
    | 'supportName'
    | 'supportPhone'
    | 'sessionIdleMinutes'
    | 'sessionHours'
  >
  readonly pool: Pool
  readonly log: Log
}

/** The one of the demonstration is invented, as its accounts are. */
function supportOf({ demo, supportName: name, supportPhone: phone }: WebParts['config']) {
  if (name !== undefined) return { name, phone: phone ?? null }
  return demo ? { name: 'VP UBND tỉnh', phone: '0275 3 000 100' } : null
}

function sessionSettings({ config }: WebParts): SessionSettings {
  return {
    isHttps: config.publicUrl?.startsWith('https://') ?? false,
    idleMinutes: config.sessionIdleMinutes,
    hours: config.sessionHours,
    province: provinceName,
    support: supportOf(config),
    demonstrationPassword: config.demo ? demonstrationPassword : null,
    readsTable: mayReadSomeTable,
  }
}

/** Every slice's routes, in the order of the slices. A new slice adds its line here. */
function registerSlices(app: FastifyInstance, parts: WebParts): void {
  registerIdentity(app, sessionSettings(parts))
  registerCatalogue(app)
  registerCheckRules(app)
  registerSubmissions(app)
  registerExplanation(app)
  registerProvince(app)
  registerExplorer(app)
}

/** Whoever reads no consolidated table hears of acts on one only where they are the own agency's. */
function viewerFor({ id, roles }: { readonly id: number; readonly roles: readonly Role[] }): FeedViewer {
  return { agencyId: id, isInside: true, ownOnly: canReadProvince({ roles }) ? [] : ['table'] }
}

async function registerChanges(
  app: FastifyInstance,
  { pool, log }: WebParts,
  settings: SessionSettings,
): Promise<void> {
  registerFeed(app, {
    tailer: await startTailer(pool, log),
    viewerOf: (request) => viewerFor(actorOf(request).agency),
    viewerNow: async (request) => {
      const agency = (await callerNow(request, settings))?.agency
      return agency ? viewerFor(agency) : undefined
    },
  })
}

/** What the watch writes is told like every other write of this process. */
function followReleases(app: FastifyInstance, { pool, log }: WebParts): void {
  const told = () => {
    for (const tell of app.platform.committed) tell()
  }
  const watch = watchReleases(pool, { log, told })
  app.addHook('preClose', () => watch.stop())
}

/** The whole web program on a pool, not listening yet. Closing it leaves the pool to its owner. */
export async function buildWeb(parts: WebParts): Promise<FastifyInstance> {
  const { config, pool, log } = parts
  const settings = sessionSettings(parts)
  const app = await openHttpApp({
    pool,
    log,
    isHttps: settings.isHttps,
    allowUnsafeDatabase: config.allowUnsafeDatabase,
    trustProxy: config.trustProxy,
  })
  app.platform.journalDenial = journalDenial
  guardRoutes(app, settings)
  registerDescription(app)
  await registerChanges(app, parts, settings)
  followReleases(app, parts)
  registerSlices(app, parts)
  await servePages(app, path.resolve(import.meta.dirname, '../../dist/web'))
  return app
}

export async function startWeb({ config, database, log }: Surroundings): Promise<RunningWeb> {
  const pool = openPool({
    url: database.url,
    size: config.poolSize,
    name: 'baocao-web',
    ...(database.role && { role: database.role }),
  })
  const app = await buildWeb({ config, pool, log })
  app.addHook('onClose', () => pool.end())
  await warmPasswords()
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
