/** Settings of the planner hold for one piece of work and no longer. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/db.ts'
import { type Db, transaction } from './database.ts'
import { plannedWith } from './planner-settings.ts'

const { pool } = await testDatabase()
const shown = async (db: Db) => {
  const { rows } = await db.query<{ plan: string; memory: string }>(
    `select current_setting('plan_cache_mode') as plan, current_setting('work_mem') as memory`,
  )
  return rows[0]
}

test('the work runs under its settings, and what comes after it in the transaction does not', async () => {
  const usual = await shown(pool)
  await transaction(pool, async (db) => {
    const within = await plannedWith(db, { plan_cache_mode: 'force_generic_plan', work_mem: '9MB' }, () => shown(db))
    assert.deepEqual(within, { plan: 'force_generic_plan', memory: '9MB' })
    assert.deepEqual(await shown(db), usual)
  })
})

test('what the work failed of is what is told', async () => {
  const broken = transaction(pool, (db) => plannedWith(db, { enable_seqscan: 'off' }, () => db.query('select 1 / 0')))
  await assert.rejects(broken, /division by zero/)
})
