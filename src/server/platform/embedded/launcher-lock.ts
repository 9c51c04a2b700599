/**
 * One launcher per cluster. The lock carries the launcher's process, not PostgreSQL's: when the launcher was killed
 * and PostgreSQL lives on, the next launcher takes the lock and adopts it.
 */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartupRefusal } from '../startup-refusal.ts'
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts'

export interface LauncherLock {
  release(): void
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function holderOf(text: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(text) as ProcessIdentity
  } catch {
    return undefined
  }
}

/** Linking a finished file is atomic: nobody ever reads a half-written lock. */
function create(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Whether a living launcher holds the lock. */
export function isLaunched(root: string): boolean {
  const text = read(path.join(root, 'launcher.lock'))
  const holder = text === undefined ? undefined : holderOf(text)
  return holder !== undefined && isAlive(holder)
}

/** Takes the lock or refuses, naming the process that holds it. A lock of a dead process is taken over. */
export async function takeLauncherLock(root: string): Promise<LauncherLock> {
  const file = path.join(root, 'launcher.lock')
  const mine = JSON.stringify(identify(process.pid))
  for (let attempt = 0; attempt < 20; attempt++) {
    if (create(file, mine)) {
      // Two starters may have found the same dead lock; the one whose file stands after a moment has won.
      if (attempt > 0) await wait(100)
      if (read(file) === mine) return { release: () => read(file) === mine && rmSync(file, { force: true }) }
    }
    const text = read(file)
    if (text === undefined) continue
    const holder = holderOf(text)
    if (holder && isAlive(holder)) {
      throw new StartupRefusal(
        `Hệ thống đang chạy với cơ sở dữ liệu ở ${root} (tiến trình ${holder.pid}). ` +
          'Hãy dừng tiến trình đó trước, hoặc đặt BAOCAO_DATA_DIR khác để chạy song song.',
      )
    }
    if (read(file) === text) rmSync(file, { force: true })
  }
  throw new StartupRefusal(`Không lấy được khóa ${file}: nhiều tiến trình cùng khởi động. Hãy thử lại.`)
}
