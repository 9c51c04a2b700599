/**
 * A freshly started embedded database with the settings of a real start, the reference data and millions of figures. With
 * `BENCH_FOLDER` it is kept there, one folder per size, and used again; else it is thrown away.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readConfig } from '#server/platform/config.ts'
import { openPool, type Pool } from '#server/platform/database.ts'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { prepareDatabase } from '#server/prepare-database.ts'
import { fillFigures } from './many-figures.ts'

export interface FilledDatabase {
  /** Acts as the application role. */
  readonly pool: Pool
  readonly owner: Pool
  readonly url: string
  /** Whoever writes next writes each page in full once, as after any checkpoint. */
  checkpoint(): Promise<void>
  close(): Promise<void>
}

/** Millions from which on there are ten years of them: fewer would leave no room for the series that are read. */
const few = 5

function folderFor(millions: number): string {
  const kept = process.env.BENCH_FOLDER
  if (kept === undefined) return mkdtempSync(path.join(tmpdir(), 'baocao-bench-'))
  const folder = path.join(path.resolve(kept), `figures-${millions}m`)
  mkdirSync(folder, { recursive: true })
  return folder
}

export async function filledDatabase(millions: number): Promise<FilledDatabase> {
  const base = folderFor(millions)
  chmodSync(base, 0o711)
  const start = () => startEmbeddedPostgres({ folder: path.join(base, 'postgres') })
  const mark = path.join(base, 'filled')
  if (!existsSync(mark)) {
    const empty = await start()
    await prepareDatabase(empty, readConfig({ BAOCAO_DEMO: '0' }, base), () => {})
    const filling = openPool({ url: empty.ownerUrl, size: 2 })
    await fillFigures(filling, { millions, years: millions < few ? 2 : 10 })
    writeFileSync(mark, '')
    await filling.end()
    await empty.stop()
  }
  const database = await start()
  await prepareDatabase(database, readConfig({ BAOCAO_DEMO: '0' }, base), () => {})
  const owner = openPool({ url: database.ownerUrl, size: 2 })
  const pool = openPool({ url: database.url, size: 4 })
  const superuser = openPool({ url: database.superuserUrl, size: 1 })
  return {
    pool,
    owner,
    url: database.url,
    checkpoint: async () => void (await superuser.query('checkpoint')),
    close: async () => {
      await superuser.end()
      await pool.end()
      await owner.end()
      await database.stop()
      if (process.env.BENCH_FOLDER === undefined) rmSync(base, { recursive: true, force: true })
    },
  }
}
