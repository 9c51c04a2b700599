/**
 * Keeps one embedded PostgreSQL for all test processes and goes away by itself: started by the first test that needs
 * a database, it stops when no registered test process has lived for a while. fsync is off: test data may be lost.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive, type ProcessIdentity } from '#server/platform/embedded/process-identity.ts'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'

const folder = process.argv[2] ?? ''
const users = path.join(folder, 'users')
const addressFile = path.join(folder, 'server.json')
const linger = 10_000

/** A file that cannot be read as one names nobody. */
function livesBy(file: string): boolean {
  try {
    return isAlive(JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity)
  } catch {
    return false
  }
}

function someoneLives(): boolean {
  let found = false
  for (const name of readdirSync(users).filter((one) => !one.endsWith('.new'))) {
    if (livesBy(path.join(users, name))) found = true
    else rmSync(path.join(users, name), { force: true })
  }
  return found
}

async function waitUntilUnused(): Promise<void> {
  for (let lastSeen = Date.now(); Date.now() - lastSeen < linger; await wait(500))
    if (someoneLives()) lastSeen = Date.now()
}

mkdirSync(users, { recursive: true })
const server = await startEmbeddedPostgres({
  folder: path.join(folder, 'postgres'),
  settings: {
    shared_buffers: '128MB',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
    max_wal_size: '512MB',
    max_connections: '200',
  },
})
function announce(): void {
  writeFileSync(`${addressFile}.new`, JSON.stringify(server))
  renameSync(`${addressFile}.new`, addressFile)
}

// Whoever registers reads the address afterwards: one who came while it was taken away is seen by the second look.
do {
  announce()
  await waitUntilUnused()
  rmSync(addressFile, { force: true })
} while (someoneLives())
await server.stop()
