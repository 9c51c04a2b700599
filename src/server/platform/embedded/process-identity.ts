/** Tells a process from a later one with the same number: the number alone lies after a restart of the machine. */
import { readFileSync } from 'node:fs'

export interface ProcessIdentity {
  readonly pid: number
  /** Start time in clock ticks and the boot it belongs to; empty where the system does not tell. */
  readonly started: string
}

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`
  } catch {
    return ''
  }
}

export function identify(pid: number): ProcessIdentity {
  return { pid, started: startOf(pid) }
}

export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export function isAlive(one: ProcessIdentity): boolean {
  return exists(one.pid) && (one.started === '' || startOf(one.pid) === one.started)
}

/** Whether the number belongs to a PostgreSQL server now, not to a stranger that got it after a crash. */
export function isPostgres(pid: number): boolean {
  if (!exists(pid)) return false
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]?.endsWith('postgres') ?? false
  } catch {
    return true
  }
}
