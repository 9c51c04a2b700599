/** Vintages and kinds of what holds now, as one letter each (ADR 0035). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vintages } from '#core/figure/vintage.ts'
import { absent, notApplicable, nothing, number } from '#core/quantity/cell-value.ts'
import { say } from '#test/builders/said-figures.ts'
import { testDatabase } from '#test/db.ts'
import { loadReference } from '../catalogue/index.ts'
import { migrate } from '../platform/migrations.ts'

const { pool, owner, ownerUrl } = await testDatabase()
await loadReference(owner)
const said = [
  { indicator: 'NN.03', area: '836', period: '2026-05', as: 'estimate', value: number('41') },
  { indicator: 'NN.03', area: '836', period: '2026-04', as: 'preliminary', value: nothing },
  { indicator: 'NN.03', area: '836', period: '2026-03', as: 'official', value: notApplicable },
  { indicator: 'NN.03', area: '836', period: '2026-02', as: 'official', value: absent },
] as const
await say(pool, { by: 'SNNPTNT' }, said)

interface Letter {
  readonly word: string
  readonly letter: string
  readonly back: string
}

async function lettersOf(noun: 'kind' | 'vintage', words: readonly string[]): Promise<readonly Letter[]> {
  const { rows } = await pool.query<Letter>(
    `select w as word, app.${noun}_letter(w) as letter, app.${noun}_of(app.${noun}_letter(w)) as back
     from unnest($1::text[]) as w`,
    [words],
  )
  return rows
}

/** As the history allows them. */
async function kindsOfHistory(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ rule: string }>(
    `select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'reported_value_revisions_kind_check'
     and conrelid = 'reported_value_revisions'::regclass`,
  )
  return [...(rows[0]?.rule.matchAll(/'(\w+)'/g) ?? [])].map(([, kind = '']) => kind)
}

const kinds = await kindsOfHistory()

for (const [noun, words] of [
  ['vintage', ['plan', ...vintages]],
  ['kind', kinds],
] as const) {
  test(`every ${noun} has a letter of its own, which begins no ${noun} and leads back to the word`, async () => {
    const letters = await lettersOf(noun, words)
    assert.ok(letters.length >= 4)
    assert.equal(new Set(letters.map(({ letter }) => letter)).size, words.length)
    for (const { word, letter, back } of letters) {
      assert.equal(back, word)
      assert.ok(!words.some((one) => one.startsWith(letter)), word)
    }
  })
}

test('letters of vintages come in the order from the best', async () => {
  const { rows } = await pool.query<{ vintage: string }>(
    `select app.vintage_of(l) as vintage from (select app.vintage_letter(v) as l from unnest($1::text[]) v) s order by l`,
    [vintages],
  )
  assert.deepEqual(
    rows.map(({ vintage }) => vintage),
    vintages.toReversed(),
  )
})

test('a word where a letter belongs is refused', async () => {
  for (const change of [
    `vintage = 'official'`,
    ...['sent', 'accepted'].flatMap((level) => [`${level}_kind = 'nothing'`, `${level}_kind = null`]),
    `published_kind = app.kind_letter('number')`,
  ])
    await assert.rejects(owner.query(`update reported_values set ${change}`), /check constraint/, change)
})

const inWords = `
  select indicator_id, span_id, area_id, breakdown_id, plan_version_id, app.vintage_of(vintage) as vintage, agency_id,
    app.kind_of(sent_kind) as sent, sent_value, app.kind_of(accepted_kind) as accepted, accepted_value,
    app.kind_of(published_kind) as published
  from reported_values order by span_id`

test('what an earlier version kept in words is taken over', async () => {
  const { rows: before } = await owner.query(inWords)
  assert.deepEqual(before.map((row) => [row.vintage, row.accepted, row.accepted_value]).sort(), [
    ['estimate', 'number', '41.000000'],
    ['official', 'absent', null],
    ['official', 'notApplicable', null],
    ['preliminary', 'nothing', null],
  ])
  await owner.query(`
    alter table reported_values drop constraint reported_values_check, drop constraint reported_values_check1,
      drop constraint reported_values_check2;
    alter table reported_values
      alter vintage type text collate "C" using app.vintage_of(vintage),
      alter sent_kind type text collate "C" using app.kind_of(sent_kind),
      alter accepted_kind type text collate "C" using app.kind_of(accepted_kind),
      alter published_kind type text collate "C" using app.kind_of(published_kind),
      add constraint reported_values_check check ((plan_version_id = 0) = (vintage <> 'plan')),
      add constraint reported_values_vintage_check check (vintage in ('plan', 'estimate', 'preliminary', 'official'));
    drop function app.vintage_letter, app.vintage_of, app.kind_letter, app.kind_of;
    delete from schema_migrations where number = 35`)
  assert.deepEqual(await migrate(ownerUrl), ['0035_letters_of_what_holds.sql'])
  assert.deepEqual((await owner.query(inWords)).rows, before)
})

test('a database that was brought up to date is vacuumed: what was rewritten is read from its indexes alone', async () => {
  const { rows } = await owner.query(
    `select relpages > 0 as holds, relallvisible = relpages as all from pg_class where relname = 'reported_values_2026'`,
  )
  assert.deepEqual(rows, [{ holds: true, all: true }])
})
