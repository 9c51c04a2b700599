import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/db.ts'
import { openPool } from './database.ts'
import { openHttpApp } from './http-app.ts'
import { openLog } from './log.ts'

const db = await testDatabase()

async function ready(pool = db.pool, allowUnsafeDatabase = true) {
  const log = openLog({ level: 'silent', role: 'test' })
  const app = await openHttpApp({ pool, log, isHttps: false, allowUnsafeDatabase })
  const { statusCode, body } = await app.inject('/health/ready')
  await app.close()
  return { status: statusCode, body }
}

test('a database of this program is ready', async () => assert.equal((await ready()).status, 200))

test('a database that may lose what it acknowledged is not', async () => {
  const { status, body } = await ready(db.pool, false)
  assert.equal(status, 503)
  assert.match(body, /fsync=off/)
})

test('a database that is away is not, and says so', async () => {
  const pool = openPool({ url: 'postgres://nobody@127.0.0.1:1/nothing', size: 1 })
  const { status, body } = await ready(pool)
  assert.equal(status, 503)
  assert.match(body, /database/)
  await pool.end()
})

test('a database behind the migrations is not', async () => {
  await db.owner.query('delete from schema_migrations where number = (select max(number) from schema_migrations)')
  const { status, body } = await ready()
  assert.equal(status, 503)
  assert.match(body, /migrations/)
})
