/** Before its release time a figure is its owner's alone, also where another report or an act of somebody else quotes it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckRuleTrial } from '#contract/check-rules.ts'
import { number } from '#core/quantity/cell-value.ts'
import { adjusted, tryToAdjust } from '../builders/adjustments.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { say } from '../builders/said-figures.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db, { sessionIdleMinutes: 240 }))
const ctk = await submissionOf(db.pool, 'CTK')

async function withhold(indicator: string, { from, to }: { from: string; to: string }): Promise<void> {
  await db.owner.query(
    `insert into releases (indicator_id, span_id, released_at)
     select i.id, s.id, '2026-09-16T09:00:00Z' from indicators i, spans s
     where i.code = $1 and s.calendar = 'statistical' and s.from_date = $2 and s.to_date = $3`,
    [indicator, from, to],
  )
}

test('what an earlier report said stands beside the cells for the owner alone, in columns that are not shown too', async () => {
  await say(db.owner, { by: 'CTK', periodEnd: '2026-08-31' }, [
    { indicator: 'CN.04', area: '83', period: '2026-08', as: 'estimate', value: number('104.73') },
  ])
  await withhold('CN.04', { from: '2026-08-01', to: '2026-08-31' })
  await journey.bring('CTK', ctk, 'sent', { 'a2.estimate': '55' })
  const beside = async (login: string): Promise<readonly string[]> => {
    const form = await journey.form(login, ctk, (await journey.view(login, ctk)).forms[0]?.id ?? 0)
    const isSaid = ({ value }: (typeof form.references)[number]) => value.kind === 'number' && value.value === '104.73'
    return form.references.filter(isSaid).map(({ row, column }) => `${row}.${column}`)
  }
  assert.deepEqual(await beside('thu'), ['a2.previous', 'a2._previousEstimate'])
  assert.deepEqual(await beside('phuc'), [])
})

test('a trial of a rule does not quote it either: it cannot be told', async () => {
  const scope = { kind: 'indicators', indicators: ['CN.04'] }
  const question = { scope, severity: 'soft', condition: '[CN.04] >= previous([CN.04])', months: 12 }
  const { body } = await (await journey.as('phuc')).post<CheckRuleTrial>('/api/check-rules/trial', question)
  assert.deepEqual([body.told, body.untold, body.findings], [0, 1, []])
})

test('the consolidator adjusts no number of the own agency that others may not see yet', async () => {
  await journey.bring('SKHDT', await submissionOf(db.pool, 'SKHDT'), 'accepted', { 'a1.estimate': '4321' })
  await withhold('DN.01', { from: '2026-09-01', to: '2026-09-30' })
  const { cell } = await readTable(journey, { reading: 'accepted' })
  assert.deepEqual(
    [cell('c9', 'estimate').value, cell('c9', 'estimate').isAdjustable],
    [{ kind: 'number', value: '4321' }, false],
  )
  const change = { kind: 'amount', amount: '1' } as const
  const refused = await tryToAdjust(journey, { row: 'c9', column: 'estimate', change })
  assert.deepEqual([refused.status, refused.body.code], [422, 'adjustment.not-released'])
  await db.setClock('2026-09-16T09:00:01Z')
  await adjusted(journey, { row: 'c9', column: 'estimate', change })
})
