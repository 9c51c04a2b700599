/** A province to measure on: an embedded database with the settings of a real start, and the two programs beside it. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readConfig } from '#server/platform/config.ts'
import { openPool, type Pool } from '#server/platform/database.ts'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { prepareDatabase } from '#server/prepare-database.ts'
import { Program } from './load.ts'

export interface Place {
  readonly owner: Pool
  readonly web: Program
  readonly reference: Program
  /** One more web program on the same database. */
  another(): Promise<Program>
  close(): Promise<void>
}

async function start(file: string, url: string, children: ChildProcess[]): Promise<Program> {
  const child = fork(path.join(import.meta.dirname, file), {
    env: { ...process.env, DATABASE_URL: url, PORT: '0', NODE_ENV: 'development' },
    execArgv: file === 'web-program.ts' ? (process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean) : [],
  })
  children.push(child)
  const [address] = (await once(child, 'message', { signal: AbortSignal.timeout(30_000) })) as [string]
  return new Program(address.replace('localhost', '127.0.0.1'))
}

export async function aPlace(): Promise<Place> {
  const base = mkdtempSync(path.join(tmpdir(), 'baocao-bench-'))
  chmodSync(base, 0o711)
  const database = await startEmbeddedPostgres({ folder: path.join(base, 'postgres') })
  await prepareDatabase(database, readConfig({ BAOCAO_DEMO: '1' }, base), () => {})
  const owner = openPool({ url: database.ownerUrl, size: 2 })
  const children: ChildProcess[] = []
  const web = await start('web-program.ts', database.url, children)
  const reference = await start('reference-program.ts', database.url, children)
  return {
    owner,
    web,
    reference,
    another: () => start('web-program.ts', database.url, children),
    close: async () => {
      web.close()
      reference.close()
      for (const child of children) {
        child.disconnect()
        await once(child, 'exit')
      }
      await owner.end()
      await database.stop()
      rmSync(base, { recursive: true, force: true })
    },
  }
}
