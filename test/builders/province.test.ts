import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../api/app.ts'
import { Journey } from './journey.ts'
import { aProvince, submissionOf } from './province.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))

test('a submission can be brought from an empty draft to acceptance by the people of its steps', async () => {
  for (const agency of ['SNNPTNT', 'SYT']) {
    const id = await submissionOf(db.pool, agency)
    const view = await journey.bring(agency, id, 'accepted')
    assert.equal(view.state, 'accepted')
    assert.deepEqual(
      view.log.map(({ verb, by }) => `${verb} ${by?.login}`),
      agency === 'SNNPTNT'
        ? ['submit lan', 'appraise minh', 'approve hoa', 'seal ngoc', 'send ngoc', 'accept phuc']
        : [
            'submit nhap.syt',
            'appraise thamdinh.syt',
            'approve pheduyet.syt',
            'seal vanthu.syt',
            'send vanthu.syt',
            'accept phuc',
          ],
    )
  }
})
