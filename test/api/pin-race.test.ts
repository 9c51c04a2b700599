/** Pinning against accepting at the same moment: whatever was accepted before the version's instant is in it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { pinnedContent, type VersionSummary, type VersionView } from '#contract/versions.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const path = `/api/province/${regimeCode}/versions`
const agencies = ['CT', 'HQ', 'SYT', 'SCT', 'KBNN', 'STC', 'NHNN', 'CA', 'TTT', 'BHXH', 'SLDTBXH', 'SVHTTDL']

/** Milliseconds by which accepting falls behind, so that each of the two is the quicker one at times. */
const laterEachRound = 15

async function acceptedBefore(at: string): Promise<ReadonlySet<string>> {
  const { rows } = await db.pool.query<{ code: string }>(
    `select g.code from edition_promotions p join editions e on e.id = p.edition_id join agencies g on g.id = e.agency_id
     where p.level = 'accepted' and e.submission_id is not null and p.at <= $1`,
    [at],
  )
  return new Set(rows.map((r) => r.code))
}

test(`${agencies.length} times pinned while a report is accepted: the version is the table of its instant, or nothing`, async () => {
  const phuc = await journey.as('phuc')
  let refused = 0
  for (const [round, agency] of agencies.entries()) {
    const id = await submissionOf(db.pool, agency)
    await journey.bring(agency, id, 'sent')
    const { contentHash } = (await readTable(journey, { reading: 'accepted' })).whole
    const view = await journey.view('phuc', id)
    const body = { period: presentPeriod, reading: 'accepted', contentHash, note: '' }
    const accept = async () => {
      await wait(round * laterEachRound)
      return phuc.post(`/api/submissions/${id}/transitions`, { verb: 'accept', contentHash: view.contentHash })
    }
    const [accepted, pinned] = await Promise.all([accept(), phuc.post<VersionSummary & { code?: string }>(path, body)])
    assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
    if (pinned.status !== 201) {
      assert.deepEqual([pinned.status, pinned.body.code], [409, 'version.moved'])
      refused++
      continue
    }
    const whole = await phuc.get<VersionView>(`${path}/${pinned.body.version}?period=${presentPeriod}`)
    const { rows } = pinnedContent.parse(JSON.parse(whole.body.content))
    const heard = new Set(
      rows.flatMap((r) => r.cells.flatMap((c) => c.inputs.filter((i) => i.plan === null).map((i) => i.agency))),
    )
    assert.ok(
      [...(await acceptedBefore(pinned.body.at))].every((code) => heard.has(code)),
      `all accepted by ${pinned.body.at} are in it`,
    )
    assert.ok(whole.body.since.length > 0, 'what was accepted right afterwards marks it')
  }
  assert.ok(refused < agencies.length, 'not every time the report was quicker')
})

test('two who pin the same table at once make one version', async () => {
  await journey.bring('SKHDT', await submissionOf(db.pool, 'SKHDT'), 'accepted')
  const { contentHash } = (await readTable(journey, { reading: 'accepted' })).whole
  const phuc = await journey.as('phuc')
  const body = { period: presentPeriod, reading: 'accepted', contentHash, note: '' }
  const both = await Promise.all([phuc.post(path, body), phuc.post(path, body), phuc.post(path, body)])
  assert.deepEqual(both.map((a) => a.status).sort(), [201, 409, 409])
  assert.equal(both.filter((a) => a.body.code === 'version.unchanged').length, 2)
})
