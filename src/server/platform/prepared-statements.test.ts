import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/db.ts'
import { openPool, transaction } from './database.ts'

const db = await testDatabase()
await db.owner.query('create table shapes (id int, name text)')
await db.owner.query(`insert into shapes values (1, 'tròn')`)

test('a statement with values is planned once per connection', async () => {
  const pool = openPool({ url: db.url, size: 1 })
  for (let n = 0; n < 3; n++) await pool.query('select name from shapes where id = $1', [n])
  const { rows } = await pool.query(
    `select generic_plans + custom_plans as runs from pg_prepared_statements where statement = 'select name from shapes where id = $1'`,
  )
  assert.deepEqual(rows, [{ runs: '3' }])
  await pool.end()
})

test('a table that a migration widened under an open connection is read by the next attempt', async () => {
  const pool = openPool({ url: db.url, size: 1 })
  const look = () => transaction(pool, (tx) => tx.query('select * from shapes where id = $1', [1]))
  assert.deepEqual((await look()).rows, [{ id: 1, name: 'tròn' }])
  await db.owner.query(`alter table shapes add column color text default 'đỏ'`)
  assert.deepEqual((await look()).rows, [{ id: 1, name: 'tròn', color: 'đỏ' }])
  await pool.end()
})
