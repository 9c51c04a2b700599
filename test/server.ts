/** The PostgreSQL that tests run on: the one of BAOCAO_TEST_DATABASE_URL (a superuser), else the shared embedded one. */
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openPool, type Pool } from '#server/platform/database.ts'
import { identify } from '#server/platform/embedded/process-identity.ts'

const folder = path.resolve(import.meta.dirname, '../.cache/test-pg')

function startKeeper(): void {
  const log = openSync(path.join(folder, 'keeper.log'), 'a')
  const keeper = path.join(import.meta.dirname, 'pg-keeper.ts')
  spawn(process.execPath, [keeper, folder], { detached: true, stdio: ['ignore', log, log] }).unref()
  closeSync(log)
}

function announcedUrl(): string | undefined {
  try {
    return (JSON.parse(readFileSync(path.join(folder, 'server.json'), 'utf8')) as { superuserUrl: string }).superuserUrl
  } catch {
    return undefined
  }
}

async function answers(url: string): Promise<boolean> {
  const pool: Pool = openPool({ url, size: 1 })
  try {
    await pool.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await pool.end()
  }
}

/** Address of a superuser on a running server. */
export async function testServerUrl(): Promise<string> {
  const given = process.env.BAOCAO_TEST_DATABASE_URL
  if (given) return given
  mkdirSync(path.join(folder, 'users'), { recursive: true })
  const registration = path.join(folder, 'users', String(process.pid))
  writeFileSync(`${registration}.new`, JSON.stringify(identify(process.pid)))
  renameSync(`${registration}.new`, registration)
  for (let tries = 0; tries < 600; tries++) {
    const url = announcedUrl()
    if (url && (await answers(url))) return url
    if (tries % 100 === 0) startKeeper()
    await wait(100)
  }
  throw new Error(`PostgreSQL for tests did not start; see ${folder}/keeper.log`)
}
