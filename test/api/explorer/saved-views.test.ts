/** Views people keep: whose they are, who sees them, and how they go and come back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SavedView } from '#contract/explorer.ts'
import { aProvince } from '../../builders/province.ts'
import { testApp } from '../app.ts'
import { type Client, signIn } from '../client.ts'

const db = await aProvince()
const app = await testApp(db)
const [lan, minh, phuc, vy] = await Promise.all(['lan', 'minh', 'phuc', 'vy'].map((login) => signIn(app, login)))

const q = 'v1 indicators NN.03 areas 83 periods 2026-09'
const url = '/api/explorer/views'

async function save(who: Client | undefined, sharing: SavedView['sharing'], name = 'Lúa'): Promise<SavedView> {
  const { status, body } = await (who as Client).post<SavedView>(url, { name, q, sharing })
  assert.equal(status, 201)
  return body
}

async function seenBy(who: Client | undefined): Promise<readonly string[]> {
  const { body } = await (who as Client).get<{ views: SavedView[] }>(url)
  return body.views.map(({ id }) => id)
}

for (const [sharing, colleague, province] of [
  ['private', false, false],
  ['agency', true, false],
  ['province', true, true],
] as const) {
  test(`a view that is ${sharing}: a colleague ${colleague}, another agency ${province}`, async () => {
    const view = await save(lan, sharing)
    assert.deepEqual([view.isMine, view.owner.name], [true, 'Nguyễn Thị Lan'])
    for (const [who, sees] of [
      [lan, true],
      [minh, colleague],
      [phuc, province],
    ] as const) {
      assert.equal((await seenBy(who)).includes(view.id), sees)
      assert.equal((await who?.get(`${url}/${view.id}`))?.status, sees ? 200 : 404)
    }
  })
}

test('a view is kept in the one spelling of its definition, and one that cannot be read is refused', async () => {
  const long = `${q} readings best level accepted`
  const { body } = await (lan as Client).post<SavedView>(url, {
    name: '  Lúa chín tháng ',
    q: long,
    sharing: 'private',
  })
  assert.deepEqual([body.q, body.name], [q, 'Lúa chín tháng'])
  const refused = await (lan as Client).post<{ code: string }>(url, { name: 'x', q: 'v7', sharing: 'private' })
  assert.deepEqual([refused.status, refused.body.code], [400, 'table.version-unknown'])
})

test('changing names the revision that was seen; another in between is refused', async () => {
  const view = await save(lan, 'private')
  const edit = { name: 'Lúa cả năm', q, sharing: 'agency', revision: view.revision }
  const changed = await lan?.put<SavedView>(`${url}/${view.id}`, edit)
  assert.deepEqual([changed?.body.name, changed?.body.sharing, changed?.body.revision], ['Lúa cả năm', 'agency', 2])
  assert.equal((await lan?.put<{ code: string }>(`${url}/${view.id}`, edit))?.body.code, 'explorer.view-changed')
})

test('only the owner changes or deletes a view; for others it is not found', async () => {
  const view = await save(lan, 'province')
  const edit = { name: 'Khác', q, sharing: 'private', revision: view.revision }
  assert.equal((await minh?.put(`${url}/${view.id}`, edit))?.status, 404)
  assert.equal((await phuc?.delete(`${url}/${view.id}`))?.status, 404)
  assert.equal((await phuc?.post(`${url}/${view.id}/restore`))?.status, 404)
})

test('a deleted view is gone for everybody until it is taken back', async () => {
  const view = await save(lan, 'province')
  assert.equal((await lan?.delete(`${url}/${view.id}`))?.status, 200)
  assert.equal((await lan?.get(`${url}/${view.id}`))?.status, 404)
  assert.equal((await seenBy(phuc)).includes(view.id), false)
  const restored = await lan?.post<SavedView>(`${url}/${view.id}/restore`)
  assert.deepEqual([restored?.status, restored?.body.name], [200, 'Lúa'])
  assert.equal((await seenBy(phuc)).includes(view.id), true)
})

test('saving and sharing stand in the journal', async () => {
  const view = await save(lan, 'agency')
  await lan?.delete(`${url}/${view.id}`)
  const { rows } = await db.owner.query<{ action: string; login: string }>(
    `select e.action, a.login from audit_events e join accounts a on a.id = e.account_id where e.object = $1 order by e.id`,
    [`saved-view:${view.id}`],
  )
  assert.deepEqual(
    rows.map(({ action, login }) => `${login} ${action}`),
    ['lan view.save agency', 'lan view.delete'],
  )
})

test('those who only run the system keep no views', async () => {
  assert.equal((await vy?.get(url))?.status, 404)
  assert.equal((await vy?.post(url, { name: 'x', q, sharing: 'private' }))?.status, 404)
})
