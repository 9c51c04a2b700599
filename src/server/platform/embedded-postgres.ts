/**
 * The PostgreSQL that comes with the program: makes the cluster at first start, starts or adopts the server, keeps
 * it running, stops it. One launcher per cluster; everything else connects through the addresses it gives.
 */
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { openPool } from './database.ts'
import { findBinaries } from './embedded/binaries.ts'
import { ensureCluster, type Keys, keysOf, superuser } from './embedded/cluster.ts'
import { isLaunched, type LauncherLock, takeLauncherLock } from './embedded/launcher-lock.ts'
import { type Place, preparePlace } from './embedded/place.ts'
import {
  findPostmaster,
  type Postmaster,
  type StartRequest,
  startPostmaster,
  stopPostmaster,
} from './embedded/postmaster.ts'
import { exists } from './embedded/process-identity.ts'
import { pruneLog } from './embedded/server-log.ts'
import { type ServerSettings, tunedSettings, usableMemory } from './embedded/settings.ts'
import { applicationRole, ensureRoles, ownerRole } from './roles.ts'

export interface EmbeddedPostgres {
  /** Connects as the application role. */
  readonly url: string
  /** Connects as the role that may change the schema. */
  readonly ownerUrl: string
  /** Connects as the superuser of the cluster: backup and tests only. */
  readonly superuserUrl: string
  /** Whether a server that outlived its launcher was taken over. */
  readonly isAdopted: boolean
  /** Folder that really holds the cluster. */
  readonly root: string
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly folder: string
  readonly settings?: ServerSettings
  /** Told when the server died and was started again. */
  readonly onRestart?: (problem: string) => void
}

export const databaseName = 'baocao'
const longestSocketPath = 107

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function addressFor(place: Place): Promise<{ host: string; port: number }> {
  const port = 5432
  if (Buffer.byteLength(`${place.run}/.s.PGSQL.${port}`) <= longestSocketPath) return { host: place.run, port }
  return { host: '127.0.0.1', port: await freePort() }
}

function urlOf(
  { host, port }: Postmaster,
  [role, password]: readonly [string, string],
  database = databaseName,
): string {
  const where = host.startsWith('/') ? encodeURIComponent(host) : host
  return `postgres://${role}:${password}@${where}:${port}/${database}`
}

async function prepareDatabase(server: Postmaster, keys: Keys): Promise<void> {
  const pool = openPool({ url: urlOf(server, [superuser, keys.superuser], 'postgres'), size: 1 })
  try {
    const { rows } = await pool.query('select 1 from pg_database where datname = $1', [databaseName])
    if (rows.length > 0) return
    await ensureRoles(pool, keys)
    await pool.query(`create database ${databaseName} owner ${ownerRole}`)
  } finally {
    await pool.end()
  }
}

/** Looks every second whether the server still lives, starts it again when it does not, prunes its log hourly. */
function keepRunning(server: Postmaster, request: StartRequest, onRestart: (problem: string) => void) {
  let current = server
  let restarting: Promise<void> | undefined
  const restart = async () => {
    try {
      current = await startPostmaster(request)
      onRestart('PostgreSQL đã dừng bất thường và được khởi động lại')
    } catch (error) {
      onRestart((error as Error).message)
    } finally {
      restarting = undefined
    }
  }
  const watch = setInterval(() => {
    if (!exists(current.pid)) restarting ??= restart()
  }, 1_000)
  const prune = setInterval(() => pruneLog(request.place.log), 3_600_000)
  watch.unref()
  prune.unref()
  return async () => {
    clearInterval(watch)
    clearInterval(prune)
    await restarting
    await stopPostmaster(current.pid)
  }
}

function addresses(server: Postmaster, keys: Keys) {
  return {
    url: urlOf(server, [applicationRole, keys.application]),
    ownerUrl: urlOf(server, [ownerRole, keys.owner]),
    superuserUrl: urlOf(server, [superuser, keys.superuser]),
  }
}

async function startLocked(options: EmbeddedOptions, place: Place, lock: LauncherLock): Promise<EmbeddedPostgres> {
  const binaries = findBinaries(place)
  const keys = ensureCluster(place, binaries)
  const survivor = findPostmaster(place)
  const address = survivor ?? (await addressFor(place))
  const settings = { ...tunedSettings(usableMemory()), ...options.settings }
  const request = { place, binaries, settings, host: address.host, port: address.port }
  const server = survivor ?? (await startPostmaster(request))
  await prepareDatabase(server, keys)
  const stopServer = keepRunning(server, request, options.onRestart ?? (() => {}))
  return {
    ...addresses(server, keys),
    isAdopted: survivor !== undefined,
    root: place.root,
    stop: async () => {
      await stopServer()
      lock.release()
    },
  }
}

export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = preparePlace(options.folder)
  const lock = await takeLauncherLock(place.root)
  try {
    return await startLocked(options, place, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The server of a system that is running now, for a command beside it; undefined when none runs. Stopping leaves it running. */
export function joinEmbeddedPostgres(folder: string): EmbeddedPostgres | undefined {
  if (!existsSync(folder)) return undefined
  const place = preparePlace(folder)
  const server = isLaunched(place.root) ? findPostmaster(place) : undefined
  if (!server) return undefined
  return { ...addresses(server, keysOf(place)), isAdopted: false, root: place.root, stop: async () => {} }
}
