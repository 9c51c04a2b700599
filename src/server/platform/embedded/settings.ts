/** Server settings of the embedded PostgreSQL, from the memory this process may use. Servers: docs/operations. */
import { statfsSync } from 'node:fs'
import { totalmem } from 'node:os'

export type ServerSettings = Readonly<Record<string, string>>

const megabyte = 1024 * 1024

export function usableMemory(): number {
  const constrained = process.constrainedMemory()
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
}

/** Containers often give /dev/shm 64 MB, too little for parallel queries: those then use files instead. */
function sharedMemoryKind(): string {
  try {
    const { bsize, bavail } = statfsSync('/dev/shm')
    return bsize * bavail >= 256 * megabyte ? 'posix' : 'mmap'
  } catch {
    return 'mmap'
  }
}

export function tunedSettings(memory: number): ServerSettings {
  const quarter = Math.floor(Math.min(memory / 4, 4096 * megabyte) / megabyte)
  return {
    shared_buffers: `${Math.max(quarter, 16)}MB`,
    effective_cache_size: `${Math.floor((memory * 0.6) / megabyte)}MB`,
    random_page_cost: '1.1',
    max_wal_size: '2GB',
    dynamic_shared_memory_type: sharedMemoryKind(),
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
}

/** Written by PostgreSQL itself, so that it goes on after the launcher was killed. Old files are removed by prune. */
export function logSettings(folder: string): ServerSettings {
  return {
    logging_collector: 'on',
    log_directory: folder,
    log_filename: 'postgresql-%Y%m%d-%H%M%S.log',
    log_rotation_age: '1d',
    log_rotation_size: '10MB',
    log_checkpoints: 'off',
    lc_messages: 'C',
  }
}
