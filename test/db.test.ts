import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from './db.ts'

const db = await testDatabase()

test('a test database is migrated and the application role may write rows but not change the schema', async () => {
  await db.pool.query(`insert into measures (code, name) values ('tan', 'tấn')`)
  const { rows } = await db.pool.query('select code, name from measures')
  assert.deepEqual(rows, [{ code: 'tan', name: 'tấn' }])
  await assert.rejects(db.pool.query('create table intruder ()'), { code: '42501' })
  await assert.rejects(db.pool.query('alter table audit_entries disable trigger all'), { code: '42501' })
})

test('two test databases share nothing', async () => {
  const other = await testDatabase()
  const { rows } = await other.pool.query('select count(*)::int as count from measures')
  assert.deepEqual(rows, [{ count: 0 }])
  await other.drop()
})

test('the clock of a test database stands where it is put, and runs on', async () => {
  await db.setClock('2026-10-05T08:00:00+07:00')
  const { rows } = await db.pool.query('select app.now() as now')
  assert.match(rows[0]?.now, /^2026-10-05T01:00:0\d/)
})

test('a template with a seed holds what the seed loaded', async () => {
  const seed = {
    name: 'one-measure',
    version: '1',
    load: async (owner: typeof db.owner) => {
      await owner.query(`insert into measures (code, name) values ('ha', 'ha')`)
    },
  }
  const seeded = await testDatabase({ seed })
  const { rows } = await seeded.pool.query('select code from measures')
  assert.deepEqual(rows, [{ code: 'ha' }])
})
