/** The running server: found through its own pid file, started detached (Ctrl-C must not reach it before the web has drained), stopped. */
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartupRefusal } from '../startup-refusal.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { exists, isPostgres } from './process-identity.ts'
import { lastComplaint, pruneLog } from './server-log.ts'
import { logSettings, type ServerSettings } from './settings.ts'

export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Folder of the socket, or 127.0.0.1. */
  readonly host: string
}

interface PidFile extends Postmaster {
  readonly isReady: boolean
}

/** Lines of postmaster.pid: pid, folder, start, port, socket folder, address, shared memory, status. */
function readPidFile(place: Place): PidFile | undefined {
  try {
    const lines = readFileSync(path.join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, , , port, socketFolder, , , status] = lines.map((line) => line.trim())
    return { pid: Number(pid), port: Number(port), host: socketFolder || '127.0.0.1', isReady: status === 'ready' }
  } catch {
    return undefined
  }
}

/** The server that outlived its launcher, if there is one. A pid file without its process is removed. */
export function findPostmaster(place: Place): Postmaster | undefined {
  const found = readPidFile(place)
  if (!found) return undefined
  if (isPostgres(found.pid)) return found
  rmSync(path.join(place.cluster, 'postmaster.pid'), { force: true })
  return undefined
}

export interface StartRequest {
  readonly place: Place
  readonly binaries: Binaries
  readonly settings: ServerSettings
  /** Socket folder, or 127.0.0.1 when the socket's path would be too long. */
  readonly host: string
  readonly port: number
}

function argumentsOf({ place, settings, host, port }: StartRequest): readonly string[] {
  const local = host.startsWith('/')
  const all: ServerSettings = {
    ...settings,
    ...logSettings(place.log),
    listen_addresses: local ? '' : host,
    unix_socket_directories: local ? host : '',
    port: String(port),
  }
  return ['-D', place.cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

async function waitReady(place: Place, hasEnded: () => boolean): Promise<Postmaster | undefined> {
  while (!hasEnded()) {
    const found = readPidFile(place)
    if (found?.isReady && exists(found.pid)) return found
    await wait(15)
  }
  return undefined
}

/** Starts the server and waits until it accepts connections; recovery after a crash may take long, so no time limit. */
export async function startPostmaster(request: StartRequest): Promise<Postmaster> {
  const { place, binaries } = request
  pruneLog(place.log)
  const outputFile = path.join(place.root, 'start-output.txt')
  const output = openSync(outputFile, 'w')
  const child = spawn(binaries.postgres, argumentsOf(request), {
    ...(place.account && { uid: place.account.uid, gid: place.account.gid }),
    cwd: place.cluster,
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  let ended = false
  const end = () => {
    ended = true
  }
  child.once('exit', end)
  child.once('error', end)
  child.unref()
  const running = await waitReady(place, () => ended)
  if (!running) {
    throw new StartupRefusal(
      `PostgreSQL không khởi động được ở ${place.cluster}: ${lastComplaint(place.log, readFileSync(outputFile, 'utf8'))} ` +
        `Xem nhật ký trong ${place.log}.`,
    )
  }
  return running
}

/** Fast shutdown: sessions are cut off, everything committed is on disk. Immediate after half a minute of waiting. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!exists(pid)) return
    process.kill(pid, signal)
    for (let waited = 0; waited < patience && exists(pid); waited += 20) await wait(20)
  }
}
