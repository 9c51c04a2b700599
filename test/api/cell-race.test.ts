/** Several people on one cell: the version each has seen decides, and the losers are shown what won. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormCellView } from '#contract/submissions.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { type Answer, type Client, signIn } from './client.ts'
import { listeningApp } from './listening.ts'

const db = await aProvince()
const target = await listeningApp(db)

type Answered = Answer<FormCellView & { code: string; current: FormCellView; who: string; when: string }>

test('of eight who save one cell at once, exactly one wins each of 200 rounds', async () => {
  const id = await submissionOf(db.pool, 'SNNPTNT')
  const view = await new Journey(target).view('lan', id)
  const path = `/api/submissions/${id}/forms/${view.forms[0]?.id}/cells/a11/estimate`
  const clients: Client[] = await Promise.all(
    Array.from({ length: 8 }, (_, index) => signIn(target, index % 2 === 0 ? 'lan' : 'nhap.snnptnt')),
  )
  const names = new Set<string>()
  for (let round = 0; round < 200; round++) {
    // Who is first to ask is first in turn, so that whoever asks first always may win.
    const asking = [...clients.slice(round % clients.length), ...clients.slice(0, round % clients.length)]
    const answers: Answered[] = await Promise.all(
      asking.map((client, index) =>
        client.put<Answered['body']>(
          path,
          { value: { kind: 'number', value: String(round * 10 + index) } },
          { 'if-match': `"${round}"` },
        ),
      ),
    )
    const winners = answers.filter((a) => a.status === 200)
    assert.equal(winners.length, 1)
    const won = winners[0]?.body
    assert.equal(won?.revision, round + 1)
    names.add(won?.enteredBy?.name ?? '')
    for (const lost of answers.filter((a) => a.status !== 200)) {
      assert.equal(lost.status, 412)
      assert.equal(lost.body.code, 'cell.changed')
      assert.deepEqual(lost.body.current, won)
      assert.equal(lost.body.who, won?.enteredBy?.name)
      assert.match(lost.body.when, /^14:3\d ngày 16\/9$/)
    }
  }
  assert.equal(names.size, 2)
  const { rows } = await db.pool.query(
    `select count(*)::int as revisions, max(revision) as last from cell_revisions where submission_id = $1`,
    [id],
  )
  assert.deepEqual(rows, [{ revisions: 200, last: 200 }])
})
