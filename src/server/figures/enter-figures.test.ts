/** Figures that come in many at once, into a real PostgreSQL with the reference data. */
import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import type { Result } from '#contract/problems.ts'
import { localDate } from '#core/period/local-date.ts'
import { absent, nothing, number } from '#core/quantity/cell-value.ts'
import {
  batch,
  catalogue,
  communes,
  enter,
  entered,
  figure,
  held,
  owner,
  pool,
  statistics,
} from '#test/builders/figure-batches.ts'
import { anchorsFile, verify } from '../audit/index.ts'
import { transaction } from '../platform/database.ts'
import { previewFigures, type SaidFigure } from './index.ts'

const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map((one) => [one.details.row, one.code]))

const revisions = async () => Number((await pool.query('select count(*) from reported_value_revisions')).rows[0]?.count)

test('what is entered as accepted holds as sent and accepted, with row, edition and source', async () => {
  const { editionId, added } = await entered(batch([figure(7, { period: '2020-01', note: 'Ghi chú' })]))
  assert.equal(added, 1)
  assert.deepEqual(await held('TM.01.1.2', '2020-01'), [['number', '100.000000', 'number', '100.000000', null]])
  const { rows } = await pool.query(
    `select r.row_key, r.note, r.acting_agency_id, e.origin, e.source from reported_value_revisions r
     join editions e on e.id = r.edition_id where e.id = $1`,
    [editionId],
  )
  assert.deepEqual(rows, [
    { row_key: '7', note: 'Ghi chú', acting_agency_id: statistics, origin: 'imported', source: 'tệp thử' },
  ])
})

test('unchanged figures are free: no revision, no edition', async () => {
  const said = [
    figure(1, { period: '2020-02' }),
    figure(2, { period: '2020-02', indicator: 'TM.01.1.5', value: absent }),
  ]
  await entered(batch(said))
  const before = await revisions()
  const again = await entered(batch(said))
  assert.deepEqual([again.unchanged, again.added + again.changed, again.editionId], [2, 0, null])
  assert.equal(await revisions(), before)
})

test('of a batch only what changed is written', async () => {
  const before = await revisions()
  const changed = await entered(
    batch([figure(1, { period: '2020-02' }), figure(2, { period: '2020-02', indicator: 'TM.01.1.5', value: nothing })]),
  )
  assert.deepEqual([changed.unchanged, changed.changed, await revisions()], [1, 1, before + 1])
})

test('a value that is accepted but superseded by a sent one is said anew', async () => {
  await entered(batch([figure(1, { period: '2020-03' })]))
  await entered(batch([figure(1, { period: '2020-03', value: number('120') })], { level: 'sent' }))
  const back = await entered(batch([figure(1, { period: '2020-03' })]))
  assert.equal(back.changed, 1)
  assert.deepEqual(await held('TM.01.1.2', '2020-03'), [['number', '100.000000', 'number', '100.000000', null]])
})

test('the later reporting period holds over a batch written after it', async () => {
  await entered(batch([figure(1, { period: '2020-04' })], { periodEnd: localDate('2020-06-30') }))
  const late = await entered(
    batch([figure(1, { period: '2020-04', value: number('90') })], { periodEnd: localDate('2020-05-31') }),
  )
  assert.deepEqual([late.changed, late.outdated], [1, 1])
  assert.deepEqual(await held('TM.01.1.2', '2020-04'), [['number', '100.000000', 'number', '100.000000', null]])
  const newest = await entered(
    batch([figure(1, { period: '2020-04', value: number('95') })], { periodEnd: localDate('2020-06-30') }),
  )
  assert.equal(newest.outdated, 0)
  assert.deepEqual(await held('TM.01.1.2', '2020-04'), [['number', '95.000000', 'number', '95.000000', null]])
})

test('one row that is refused leaves everything as it was, and every bad row is named', async () => {
  const before = await revisions()
  const result = await enter(
    batch([
      figure(1),
      figure(2, { indicator: 'XX.99' }),
      figure(3, { area: '99999' }),
      figure(4, { period: 'tháng 5' }),
      figure(5, { period: '2026-05', vintage: '' }),
      figure(6, { value: { kind: 'text', text: '1,234.5' } }),
      figure(7, { value: { kind: 'text', text: 'nhiều' } }),
      figure(8, { value: number('1.2345') }),
      figure(9, { breakdown: 'không có' }),
      figure(10, { scenario: 'hdnd-2025', vintage: '' }),
      figure(11, { scenario: 'kế hoạch nào', vintage: '' }),
      figure(12, { value: { kind: 'text', text: '1234567890123456789' } }),
      figure(13),
      figure(14, { period: '1999-05' }),
      figure(15, { area: '829', note: 'a\0b' }),
      figure(16, { area: '829', note: '\ud83c' }),
    ]),
  )
  assert.deepEqual(codes(result), [
    [2, 'figures.unknown-code'],
    [3, 'figures.unknown-code'],
    [4, 'figures.unknown-period'],
    [5, 'figures.vintage-mismatch'],
    [6, 'figures.number-not-plain'],
    [7, 'figures.not-a-number'],
    [8, 'figures.too-many-decimals'],
    [9, 'figures.unknown-code'],
    [10, 'figures.plan-not-yours'],
    [11, 'figures.unknown-scenario'],
    [12, 'figures.too-many-digits'],
    [13, 'figures.said-twice'],
    [14, 'figures.period-out-of-range'],
    [15, 'figures.bad-text'],
    [16, 'figures.bad-text'],
  ])
  assert.equal(await revisions(), before)
})

test('«1,234.5» is refused with what was understood', async () => {
  const result = await enter(batch([figure(1, { value: { kind: 'text', text: '1,234.5' } })]))
  assert.ok(!result.ok)
  assert.equal(result.problems[0]?.details.understood, '1234.5')
})

test('names of one span are one figure', async () => {
  const said = [figure(1, { period: '2020-9M' }), figure(2, { period: '2020-YTD09' })]
  assert.deepEqual(codes(await enter(batch(said))), [[2, 'figures.said-twice']])
})

test('a computed indicator is not entered, unless a computation says it', async () => {
  const computed = [...catalogue.indicators.values()].find((one) => one.formula !== '' && one.ownerAgencyId !== null)
  assert.ok(computed)
  const owned = { agencyId: computed.ownerAgencyId ?? 0 }
  const said = [figure(1, { indicator: computed.code, value: number('1') })]
  assert.deepEqual(codes(await enter(batch(said, owned))), [[1, 'figures.is-computed']])
  assert.equal((await entered(batch(said, { ...owned, origin: 'computed' }))).added, 1)
})

test('a district speaks of what is assigned to it, in its own area and the communes of it', async () => {
  const { rows } = await pool.query(
    `select g.id, own.code as own, i.code as indicator, c.code as commune, other.code as foreign
     from agencies g join areas own on own.id = g.area_id and own.level = 'district'
     join assignments a on a.agency_id = g.id and a.area_id = own.id join indicators i on i.id = a.indicator_id
     join indicator_versions v on v.indicator_id = i.id and v.formula = '' and v.value_kind = 'number'
     join area_parents p on p.parent_id = own.id join areas c on c.id = p.area_id
     join areas other on other.level = 'district' and other.id <> own.id limit 1`,
  )
  const [{ id, own, indicator, commune, foreign }] = rows
  const said = (area: string, row: number) => figure(row, { indicator, area, value: number('3') })
  const district = { agencyId: id }
  assert.equal((await entered(batch([said(own, 1), said(commune, 2)], district))).added, 2)
  assert.deepEqual(codes(await enter(batch([said(foreign, 1), figure(2, { indicator: 'TM.01.1.2' })], district))), [
    [1, 'figures.foreign-area'],
    [2, 'figures.not-assigned'],
  ])
})

test('codes and notes in decomposed letters are the same codes and notes', async () => {
  await entered(batch([figure(1, { period: '2020-07', note: 'Ước của huyện'.normalize('NFD') })]))
  const again = await entered(
    batch([figure(1, { period: '2020-07', note: 'Ước của huyện', indicator: 'TM.01.1.2'.normalize('NFD') })]),
  )
  assert.equal(again.unchanged, 1)
})

test('another note is a change, no note leaves the one there is, and texts are kept and proved to the letter', async () => {
  await owner.query(`alter table indicator_versions disable trigger user;
    update indicator_versions set value_kind = 'text' from indicators i where i.id = indicator_id and i.code = 'TM.01.1.3';
    alter table indicator_versions enable trigger user`)
  const text = (said: string) => ({ kind: 'text', text: said }) as const
  const at = { period: '2020-06', indicator: 'TM.01.1.3' }
  const letters = String.raw`Ông "Ba" nói: 'đạt' \ 'vượt' 5%`
  await entered(batch([figure(1, { ...at, value: text(letters) }), figure(2, { period: '2020-06', note: 'Ước' })]))
  const counts = async (said: readonly SaidFigure[]) => {
    const { added, changed, unchanged } = await entered(batch(said))
    return [added, changed, unchanged]
  }
  const noted = (note: string) => figure(2, { period: '2020-06', note })
  assert.deepEqual(await counts([figure(1, { ...at, value: text(letters) }), noted('')]), [0, 0, 2])
  assert.deepEqual(await counts([figure(1, { ...at, value: text(`${letters}.`) }), noted('Ước lại')]), [0, 2, 0])
})

test('ten times the value before is told, and taken', async () => {
  await entered(batch([figure(1, { period: '2020-08' })]))
  const jump = await entered(
    batch([
      figure(1, { period: '2020-09', value: number('1000') }),
      figure(2, { period: '2020-08', value: number('9.5') }),
    ]),
  )
  assert.deepEqual(jump.oddities, [
    { row: 1, value: '1000', before: '100' },
    { row: 2, value: '9.5', before: '100' },
  ])
})

test('of many that are ten times what they were the first hundred rows are told', async () => {
  const said = (amount: string) =>
    communes.slice(0, 120).map((area, index) => figure(300 - index, { area, period: '2018-10', value: number(amount) }))
  await entered(batch(said('1')))
  const { oddities } = await entered(batch(said('10')))
  assert.deepEqual(
    oddities.map(({ row }) => row),
    Array.from({ length: 100 }, (_, index) => 181 + index),
  )
})

test('the same message again changes nothing, and under its name no other content is taken', async () => {
  const it = batch([figure(1, { period: '2020-10' })])
  const first = await entered(it)
  await entered(batch([figure(1, { period: '2020-10', value: number('5') })]))
  const repeat = await entered(it)
  assert.deepEqual([repeat.isRepeat, repeat.editionId], [true, first.editionId])
  assert.deepEqual(await held('TM.01.1.2', '2020-10'), [['number', '5.000000', 'number', '5.000000', null]])
  const other = await enter({ ...it, message: { ...it.message, hash: 'other' } })
  assert.deepEqual(codes(other), [[undefined, 'figures.message-reused']])
})

test('a batch that the database stops halfway leaves nothing, and is taken when it comes again', async () => {
  await owner.query(`create function stop() returns trigger language plpgsql as 'begin raise exception ''stopped''; end';
    create trigger stop before insert on reported_value_revisions for each row when (new.row_key = '2077') execute function stop()`)
  const said = communes.map((area, index) => figure(2000 + index, { area, period: '2018-11' }))
  const before = await revisions()
  await assert.rejects(enter(batch(said)), /stopped/)
  assert.equal(await revisions(), before)
  await owner.query('drop trigger stop on reported_value_revisions; drop function stop')
  assert.equal((await entered(batch(said))).added, said.length)
})

test('open screens hear of it once for each indicator', async () => {
  const said = communes.slice(0, 20).map((area, index) => figure(index + 1, { area, period: '2020-11' }))
  const { editionId } = await entered(batch([...said, figure(99, { indicator: 'TM.01.1.5', period: '2020-11' })]))
  const { rows } = await pool.query(
    `select c.level, c.payload from changes c where c.topic = 'figures' and c.payload->>'edition' = $1 order by c.payload->>'indicator'`,
    [editionId],
  )
  assert.deepEqual(
    rows.map((row) => [row.level, row.payload.indicator, row.payload.areas.length, row.payload.periods]),
    [
      ['accepted', 'TM.01.1.2', 20, ['2020-11']],
      ['accepted', 'TM.01.1.5', 1, ['2020-11']],
    ],
  )
})

test('that figures were said which wait for their release the agency alone hears', async () => {
  await entered(batch([figure(1, { period: '2019-11' })]))
  await owner.query(
    `insert into releases (indicator_id, span_id, released_at)
     select $1, s.id, '2100-01-01' from spans s where s.calendar = 'statistical' and s.from_date = '2019-11-01' and s.to_date = '2019-11-30'`,
    [catalogue.indicators.get('TM.01.1.2')?.id],
  )
  const said = [figure(1, { period: '2019-11', value: number('3') }), figure(2, { period: '2019-12' })]
  const { editionId } = await entered(batch(said, { receiverId: statistics }))
  const { rows } = await pool.query(
    `select c.level, c.receiver_id, c.payload->'periods' as periods from changes c
     where c.topic = 'figures' and c.payload->>'edition' = $1 order by c.level`,
    [editionId],
  )
  assert.deepEqual(rows, [
    { level: 'accepted', receiver_id: statistics, periods: ['2019-12'] },
    { level: 'draft', receiver_id: null, periods: ['2019-11'] },
  ])
})

test('a preview counts and refuses without writing', async () => {
  const before = await revisions()
  const it = batch([
    figure(1, { period: '2020-12' }),
    figure(2, { indicator: 'XX' }),
    figure(3, { period: '2020-10', value: number('5') }),
  ])
  const { added, changed, unchanged, refused } = await transaction(pool, (db) => previewFigures(db, it))
  assert.deepEqual([added, changed, unchanged, refused.length, await revisions()], [1, 0, 1, 1, before])
})

test('a hundred thousand figures are entered, and the journal proves them', { timeout: 300_000 }, async () => {
  const indicators = ['TM.01.1.2', 'TM.01.1.5', 'TM.01.1.6', 'TM.01.1.9', 'DT.01.1']
  const said = Array.from({ length: 100_000 }, (_, index) => {
    const month = Math.floor(index / communes.length) % 150
    const period = `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
    const indicator = indicators[Math.floor(index / communes.length / 150)] ?? ''
    return figure(index + 1, {
      indicator,
      area: communes[index % communes.length] ?? '',
      period,
      vintage: 'official',
      value: number(`${(index % 900) + 100}`),
    })
  })
  assert.equal((await entered(batch(said))).added, 100_000)
  assert.equal((await entered(batch(said))).unchanged, 100_000)
  const one = await enter(batch([...said, figure(100_001)]))
  assert.deepEqual(codes(one), [[undefined, 'figures.too-many']])
})

test('verify finds nothing wrong, and finds a value changed behind the journal', { timeout: 300_000 }, async () => {
  const file = anchorsFile(mkdtempSync(path.join(tmpdir(), 'baocao-anchors-')))
  // As autovacuum would have; the tests' server has none.
  await owner.query('analyze')
  assert.equal((await verify(pool, file)).fault, undefined)
  await owner.query('alter table reported_value_revisions disable trigger reported_value_revisions_append_only')
  await owner.query(`update reported_value_revisions set value = 101 where row_key = '7' and note = 'Ghi chú'`)
  await owner.query(`update reported_values v set sent_value = 101, accepted_value = 101 from reported_value_revisions r
    where r.row_key = '7' and r.note = 'Ghi chú' and v.accepted_edition_id = r.edition_id`)
  assert.match((await verify(pool, file)).fault?.says ?? '', /nạp hàng loạt/)
})
