/** The rule of release times is written twice, for words in hand and for words in SQL: both must say the same. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { period } from '#core/period/period.ts'
import { aProvince } from '#test/builders/province.ts'
import { spanIds } from './readings.ts'
import { makesWait } from './release-queries.ts'
import { isWithheld, pendingReleases, type WordRow } from './releases.ts'

const { owner, pool } = await aProvince()
const releasedAt = '2026-10-06T02:00:00Z'
const spans = ['2026-08', '2026-09'].map((label) => period(label, 'statistical').span)
const [awaited, ...others] = [...(await spanIds(pool, spans)).values()]
await owner.query(
  `insert into releases (indicator_id, span_id, released_at) select i.id, $1, $2 from indicators i where i.code = 'CN.01'`,
  [awaited, releasedAt],
)
const { rows: places } = await pool.query<{ indicator_id: number; span_id: number }>(
  `select i.id as indicator_id, s.id as span_id from indicators i, unnest($1::int[]) s (id)
   where i.code in ('CN.01', 'NN.07')`,
  [[awaited, ...others]],
)
const [agency, another] = [1, 2]
const words: readonly WordRow[] = places.flatMap((place) =>
  [0, 1].flatMap((plan_version_id) => [agency, another].map((agency_id) => ({ ...place, plan_version_id, agency_id }))),
)
const waits = makesWait({ indicator: '$1::int', span: '$2::int', plan: '$3::int', at: '$4::timestamptz' })

for (const [at, waiting] of [
  ['2026-10-06T01:59:59.999999Z', 1],
  [releasedAt, 0],
] as const)
  test(`at ${at} ${waiting} of ${words.length} words wait, in SQL as in hand`, async () => {
    const pending = await pendingReleases(pool, at)
    const withheld = words.filter((word) => isWithheld(pending, word, agency))
    const found: WordRow[] = []
    for (const word of words) {
      const values = [word.indicator_id, word.span_id, word.plan_version_id, at]
      const { rows } = await pool.query<{ waits: boolean }>(
        `select exists (select from releases x where ${waits}) as waits`,
        values,
      )
      if (rows[0]?.waits && word.agency_id !== agency) found.push(word)
    }
    assert.equal(words.length, 16)
    assert.equal(withheld.length, waiting)
    assert.deepEqual(withheld, found)
  })
