/** What may not get in, and how it is answered: malformed figures, unknown fields, missing or wrong versions, old sessions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CellEditResult, FormCellView, FormView } from '#contract/submissions.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, presentMoment, submissionOf } from '../builders/province.ts'
import { testApp } from './app.ts'
import { type Answer, signIn } from './client.ts'

const db = await aProvince()
const app = await testApp(db)
const journey = new Journey(app)
const id = await submissionOf(db.pool, 'SNNPTNT')
const lan = await journey.as('lan')
const formId = (await journey.view('lan', id)).forms[0]?.id ?? 0
const form = `/api/submissions/${id}/forms/${formId}`
const cell = `${form}/cells/a11/estimate`
const unseen = { 'if-match': '"0"' }

type Saved = FormCellView & { code?: string }
const save = (body: unknown, headers: Record<string, string> = unseen): Promise<Answer<Saved>> =>
  lan.put<Saved>(cell, body, headers)

async function revisions(): Promise<number> {
  const { rows } = await db.pool.query('select count(*)::int as count from cell_revisions where submission_id = $1', [
    id,
  ])
  return rows[0]?.count
}

for (const [what, value] of [
  ['a number in the Vietnamese way of writing', '1.234,5'],
  ['a number with group commas', '1,234.5'],
  ['full-width digits', '１２３'],
  ['Arabic digits', '١٢٣'],
  ['25 digits', '1234567890123456789012345'],
  ['19 digits', '1234567890123456789'],
  ['seven decimals', '1.1234567'],
  ['an exponent', '1e5'],
  ['a plus sign', '+5'],
  ['blanks', ' 5'],
  ['a bare point', '5.'],
  ['nothing', ''],
  ['NaN', 'NaN'],
  ['hexadecimal', '0x10'],
  ['a JSON number', 1234],
  ['null', null],
] as const)
  test(`${what} is no figure`, async () => {
    const answer = await save({ value: { kind: 'number', value } })
    assert.deepEqual([answer.status, answer.body.code], [400, 'request.invalid'])
    assert.equal(await revisions(), 0)
  })

for (const [what, body] of [
  ['an unknown field', { value: { kind: 'nothing' }, revision: 9 }],
  ['a privileged field', { value: { kind: 'nothing' }, enteredBy: 1, origin: 'computed' }],
  ['an unknown field inside the value', { value: { kind: 'absent', value: '1' } }],
  ['an unknown kind', { value: { kind: 'zero' } }],
  ['a prototype', '{"value":{"kind":"nothing"},"__proto__":{"note":"x"}}'],
  ['a prototype inside', '{"value":{"kind":"nothing","__proto__":{}}}'],
  ['a constructor', '{"value":{"kind":"nothing"},"constructor":{}}'],
  ['a key given twice', '{"value":{"kind":"nothing"},"value":{"kind":"absent"}}'],
  ['half of it', '{"value":{"kind":'],
  ['a list', []],
] as const)
  test(`${what} is refused`, async () => {
    const answer = await save(body)
    assert.deepEqual([answer.status, answer.body.code], [400, 'request.invalid'])
    assert.equal(await revisions(), 0)
  })

test('an address with a malformed part is not found, in words that say what to do', async () => {
  const answer = await lan.get('/api/submissions/00000000-0000')
  assert.deepEqual([answer.status, answer.body.code], [404, 'request.not-found'])
})

test('a body that is not JSON, or too large, is refused before it is read', async () => {
  const text = await save('value=5', { ...unseen, 'content-type': 'application/x-www-form-urlencoded' })
  assert.ok([400, 415].includes(text.status), String(text.status))
  const large = await save({ value: { kind: 'text', text: 'x'.repeat(1_200_000) } })
  assert.deepEqual([large.status, large.body.code], [413, 'request.too-large'])
})

test('without the version that was seen nothing is written over a colleague', async () => {
  const without = await lan.put<Saved>(cell, { value: { kind: 'number', value: '5' } })
  assert.deepEqual([without.status, without.body.code], [428, 'cell.version-missing'])
  for (const match of ['0', '*', 'W/"0"', '"0", "1"', '"x"', '"-1"']) {
    const odd = await save({ value: { kind: 'number', value: '5' } }, { 'if-match': match })
    assert.equal(odd.status, 428, match)
  }
  assert.equal(await revisions(), 0)
})

test('figures of 18 digits and 6 decimals survive from the request to the database and back', async () => {
  const exact = '123456789012345678'
  const answer = await save({ value: { kind: 'number', value: exact } })
  assert.deepEqual(answer.body.value, { kind: 'number', value: exact })
  const { rows } = await db.pool.query(`select value from cells where submission_id = $1`, [id])
  assert.equal(rows[0]?.value, '123456789012345678.000000')
})

test('a wrong version is answered with theirs, a number too fine with what is allowed', async () => {
  const stale = await save({ value: { kind: 'number', value: '6' } }, unseen)
  assert.deepEqual([stale.status, stale.body.code], [412, 'cell.changed'])
  const fine = await save({ value: { kind: 'number', value: '6.5' } }, { 'if-match': '"1"' })
  assert.deepEqual([fine.status, fine.body.code], [422, 'cell.too-many-decimals'])
})

test('a cell that is computed, only shown, or not there cannot be typed', async () => {
  for (const [place, status, code] of [
    ['a1/estimate', 422, 'cell.not-typed'],
    ['a11/plan', 422, 'cell.not-typed'],
    ['a11/rPrev', 422, 'cell.not-typed'],
    ['a0/estimate', 422, 'cell.not-typed'],
    ['zz/estimate', 404, 'cell.unknown'],
    ['a11/zz', 404, 'cell.unknown'],
  ] as const) {
    const answer = await lan.put<Saved>(`${form}/cells/${place}`, { value: { kind: 'number', value: '1' } }, unseen)
    assert.deepEqual([answer.status, answer.body.code], [status, code], place)
  }
  const foreign = (await journey.view('nhap.syt', await submissionOf(db.pool, 'SYT'))).forms[0]?.id
  const other = await lan.put(
    `/api/submissions/${id}/forms/${foreign}/cells/a1/estimate`,
    { value: { kind: 'absent' } },
    unseen,
  )
  assert.equal(other.status, 404)
})

test('text is kept in NFC, however it was composed', async () => {
  const decomposed = 'Lúa Đông Xuân được mùa'.normalize('NFD')
  const answer = await save({ value: { kind: 'number', value: '5' }, note: `  ${decomposed} ` }, { 'if-match': '"1"' })
  assert.equal(answer.body.note, decomposed.normalize('NFC'))
  const { rows } = await db.pool.query('select note from cells where submission_id = $1', [id])
  assert.equal(rows[0]?.note, decomposed.normalize('NFC'))
  const again = await save({ value: { kind: 'number', value: '5' }, note: decomposed }, { 'if-match': '"2"' })
  assert.equal(again.body.revision, 2)
})

test('of a block each edit stands for itself, and one cell twice is refused', async () => {
  const edit = (row: string, value: string, seen = 0) => ({
    row,
    column: 'ytd',
    value: { kind: 'number', value },
    seen,
  })
  const answer = await lan.post<{ results: CellEditResult[] }>(`${form}/edits`, {
    edits: [edit('a11', '10'), edit('a12', '20', 4), edit('a1', '30'), edit('zz', '40')],
  })
  assert.deepEqual(
    answer.body.results.map((r) => (r.outcome === 'refused' ? `refused ${r.code}` : r.outcome)),
    ['saved', 'refused cell.unknown', 'refused cell.not-typed', 'refused cell.unknown'],
  )
  const twice = await lan.post(`${form}/edits`, { edits: [edit('a13', '1'), edit('a13', '2')] })
  assert.equal(twice.status, 400)
  const shown = await lan.get<FormView>(form)
  assert.equal(shown.body.cells.filter((c) => c.column === 'ytd').length, 1)
})

test('an id that is none, and one of nobody, are both not found or malformed, never an error', async () => {
  for (const path of ['0', '999999999999', '1x', '-1', '1;drop', '9'.repeat(30), '%00']) {
    const answer = await lan.get(`/api/submissions/${path}`)
    assert.ok([400, 404].includes(answer.status), `${path}: ${answer.status}`)
  }
})

test('an expired session asks for signing in, and what was saved before stays', async () => {
  const minh = await signIn(app, 'minh')
  await db.setClock(new Date(Date.parse(presentMoment) + 31 * 60_000).toISOString())
  const answer = await minh.get('/api/desk')
  assert.deepEqual([answer.status, answer.body.code], [401, 'session.required'])
  assert.equal((await save({ value: { kind: 'number', value: '8' } }, { 'if-match': '"2"' })).status, 401)
  const back = await signIn(app, 'lan')
  const shown = await back.get<FormView>(form)
  assert.deepEqual(shown.body.cells.find((c) => c.row === 'a11' && c.column === 'estimate')?.value, {
    kind: 'number',
    value: '5',
  })
})
