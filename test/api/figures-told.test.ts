/** What the feed says when the figures of a report move, so that a screen knows whether it shows any of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change } from '#contract/changes.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { testApp } from './app.ts'

const db = await aProvince({ isAlone: true })
const journey = new Journey(await testApp(db))

test('an acceptance names the indicators and areas of the report’s forms, whatever was filled in', async () => {
  const id = await submissionOf(db.pool, 'SNNPTNT')
  await journey.fill('lan', id, {}, { kind: 'absent' })
  await journey.bring('SNNPTNT', id, 'accepted')
  const { body } = await (await journey.as('tam')).get<{ changes: Change[] }>('/api/changes?after=0.0')
  const [told, ...others] = body.changes.filter(({ topic }) => topic === 'figures')
  assert.deepEqual(others, [])
  const { indicators, areas } = (told?.payload ?? {}) as { indicators: string[]; areas: string[] }
  const forms = await Promise.all((await journey.view('lan', id)).forms.map((form) => journey.form('lan', id, form.id)))
  const rows = forms.flatMap((form) => form.rows.map((row) => ({ ...row, area: row.area ?? form.area })))
  const spoken = rows.flatMap(({ indicator, area }) => (indicator === null ? [] : [{ indicator, area }]))
  assert.deepEqual(new Set(indicators), new Set(spoken.map(({ indicator }) => indicator)))
  assert.deepEqual(
    areas.toSorted(),
    ['83', '829', '831', '832', '833', '834', '835', '836', '837', '838', '83-KPB'].toSorted(),
  )
  assert.deepEqual(new Set(areas), new Set(spoken.map(({ area }) => area)))
})
