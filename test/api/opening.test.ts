/** A period opens by itself: journalled, told to the desks of its subjects, and once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { transaction } from '#server/platform/database.ts'
import { type Position, presentPosition, readChanges } from '#server/platform/feed.ts'
import { openDuePeriods } from '#server/submissions/open-due-periods.ts'
import { aProvince } from '../builders/province.ts'

const db = await aProvince()

async function heardBy(agency: string, after: Position): Promise<readonly unknown[]> {
  const { rows } = await db.pool.query<{ id: number }>('select id from agencies where code = $1', [agency])
  const viewer = { agencyId: rows[0]?.id ?? 0, isInside: true }
  return (await readChanges(db.pool, { after, viewer, limit: 100 })).changes.map(({ payload }) => payload.period)
}

/** The feed tells of a change once no older transaction of the whole cluster is open, be it of another database. */
async function heard(agency: string, after: Position, wanted: readonly string[]): Promise<void> {
  const patience = Date.now() + 240_000
  while (Date.now() < patience && (await heardBy(agency, after)).length === 0) await wait(50)
  assert.deepEqual(await heardBy(agency, after), wanted)
}

test('an opened period stands in the journal with its deadline, and only its own agency hears of its report', async () => {
  const after = await presentPosition(db.pool)
  await db.setClock('2026-09-20T01:00:00Z')
  const count = await transaction(db.pool, openDuePeriods)
  assert.ok(count > 20)
  const { rows } = await db.pool.query(
    `select object, outcome, reason from audit_events where action = 'submissions.open-period' and object like '%2026-10'`,
  )
  assert.deepEqual(rows, [
    {
      object: 'BC-KTXH-THANG 2026-10',
      outcome: 'done',
      reason: `${count} báo cáo, hạn gửi 2026-10-19T10:00:00.000Z`,
    },
  ])
  await heard('SYT', after, ['2026-10'])
})

test('opening again opens, journals and tells nothing', async () => {
  const after = await presentPosition(db.pool)
  assert.equal(await transaction(db.pool, openDuePeriods), 0)
  assert.deepEqual(await heardBy('SYT', after), [])
})
