/** Agencies beside the figure of record where plans are read: each with its own plan of the kind that is asked for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ExplorerTable } from '#contract/explorer.ts'
import { number } from '#core/quantity/cell-value.ts'
import { aProvince } from '../../builders/province.ts'
import { say } from '../../builders/said-figures.ts'
import { testApp } from '../app.ts'
import { signIn } from '../client.ts'

const db = await aProvince()
const phuc = await signIn(await testApp(db), 'phuc')

await say(db.owner, { by: 'SNNPTNT' }, [
  { indicator: 'NN.03', area: '83', period: '2027', as: 'de-xuat-2027', value: number('100') },
  { indicator: 'NN.03', area: '83', period: '2025', as: 'de-xuat-2025', value: number('70') },
  { indicator: 'NN.03', area: '83', period: '2025', as: 'hdnd-2025', value: number('80') },
])

/** Each source with what it says, the figure of record first. */
async function saidOf(year: string, reading: string) {
  const q = `v1 indicators NN.03 areas 83 periods ${year} readings ${reading} sources each`
  const { body, status } = await phuc.get<ExplorerTable>(`/api/explorer/table?${new URLSearchParams({ q })}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body.sources.map(({ code }, at) => {
    const value = body.cells[at]?.value
    return [code, value?.kind === 'number' ? value.value : value?.reason]
  })
}

test('an agency’s proposal is no plan of the council, nor does the agency stand where it says nothing', async () => {
  assert.deepEqual(await saidOf('2027', 'plan-council'), [[null, 'absent']])
  assert.deepEqual(await saidOf('2027', 'plan'), [
    [null, '100'],
    ['SNNPTNT', '100'],
  ])
})

test('of several plans of one agency the one in force stands', async () => {
  for (const reading of ['plan', 'plan-council'])
    assert.deepEqual(await saidOf('2025', reading), [
      [null, '80'],
      ['SNNPTNT', '80'],
    ])
})
