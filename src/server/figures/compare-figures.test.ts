/**
 * Batches of any figures, laid beside whatever an agency has said of them before: each figure is counted and kept as
 * asking the database of it alone would have it, whatever else comes with it; and a preview says what entering does.
 */
import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate } from '#core/period/local-date.ts'
import { period, previousPeriod } from '#core/period/period.ts'
import { absent, type CellValue, notApplicable, nothing, number } from '#core/quantity/cell-value.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { say, sayingDay } from '#test/builders/said-figures.ts'
import { testDatabase } from '#test/db.ts'
import { anchorsFile, verify } from '../audit/index.ts'
import { loadCatalogue, loadReference, spanIds } from '../catalogue/index.ts'
import { transaction } from '../platform/database.ts'
import type { Oddity } from './bulk.ts'
import { type Batch, enterFigures, previewFigures, type SaidFigure, withdraw } from './index.ts'
import { levelsUpTo } from './promote.ts'

const { pool, owner } = await testDatabase()
await loadReference(owner)
await owner.query(`alter table indicator_versions disable trigger user;
  update indicator_versions set value_kind = 'text' from indicators i where i.id = indicator_id and i.code = 'TM.01.1.3';
  update indicator_versions set decimals = 6 from indicators i where i.id = indicator_id and i.code = 'TM.01.1.2';
  alter table indicator_versions enable trigger user;
  insert into breakdowns (id, code, name) values (7, 'cho', 'Chợ')`)
const catalogue = await loadCatalogue(pool, sayingDay)
const statistics = [...catalogue.agencies.values()].find(({ code }) => code === 'CTK')?.id ?? 0

/** One span has two names; the span before the first lies before all that is kept, the last is the last that is. */
const periods = ['2010-01', '2010-02', '2026-Q1', '2026-YTD03', '2040-12']
const numbers = ['0', '1', '-1', '10', '-0.000001', '0.5', '123456789012345678.654321', '-999999999999999999']
const texts = [
  String.raw`\N`,
  String.raw`\.`,
  `'`,
  String.raw`a\'b`,
  'a\tb\nc\r\nd',
  'Ước',
  'Ước'.normalize('NFD'),
  '🌾',
  '',
]
const place = fc.record({
  indicator: fc.constantFrom('TM.01.1.2', 'TM.01.1.3', 'TM.01.1.5'),
  area: fc.constantFrom('83', '829', '28756'),
  breakdown: fc.constantFrom('', '', '', 'cho'),
  period: fc.constantFrom(...periods),
  as: fc.constantFrom('estimate', 'estimate', 'official', 'de-xuat-2026'),
})
const content = fc.record({
  sign: fc.constantFrom(absent, nothing, notApplicable, undefined, undefined, undefined),
  number: fc.constantFrom(...numbers),
  text: fc.constantFrom(...texts),
  note: fc.constantFrom('', '', '', ...texts),
})
const figures = fc.array(fc.tuple(place, content), { minLength: 1, maxLength: 20 })
const levels = fc.constantFrom('sent' as const, 'accepted' as const, 'published' as const)
const ends = fc.constantFrom(undefined, '2010-02-28', '2026-03-31', '2026-06-30')
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('batch' as const), figures, level: levels, end: ends }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('typed' as const), figures, isAccepted: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const), which: fc.nat(), level: levels }) },
)
type Place = typeof place extends fc.Arbitrary<infer One> ? One : never
type Content = typeof content extends fc.Arbitrary<infer One> ? One : never

function saidValue({ indicator }: Place, { sign, number: amount, text }: Content): CellValue {
  if (indicator === 'TM.01.1.3') return sign ?? { kind: 'text', text }
  return sign ?? number(indicator === 'TM.01.1.2' ? amount : amount.replace(/\..*/, '').replace(/^-0$/, '0'))
}

/** Each figure once, however its period is called. */
function distinct(all: readonly [Place, Content][]): readonly [Place, Content][] {
  const keyOf = ([it]: [Place, Content]) =>
    [it.indicator, it.area, it.breakdown, it.as, period(it.period, 'statistical').span.to].join(' ')
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}

function saidFigures(all: readonly [Place, Content][]): readonly SaidFigure[] {
  return distinct(all).map(([it, said], index, { length }) => {
    const { as, ...where } = it
    const isPlan = as.startsWith('de-xuat')
    const how = { scenario: isPlan ? as : 'actual', vintage: isPlan ? '' : as }
    return { ...where, ...how, row: length - index, value: saidValue(it, said), note: said.note }
  })
}

/** What is held of one figure, and what the edition that holds at the level said of it. */
async function heldOf(it: SaidFigure, level: Batch['level']) {
  const { span } = period(it.period, 'statistical')
  const [spanId] = (await spanIds(pool, [span])).values()
  const plan = catalogue.plans.find(({ code }) => code === it.scenario)
  const { rows } = await pool.query(
    `select v.*, ${levelsUpTo('published').map((one) => `app.kind_of(v.${one}_kind) as ${one}_kind`)},
       v.${level}_edition_id as holding, r.text, r.note, e.period_end from reported_values v
     left join reported_value_revisions r on r.edition_id = v.${level}_edition_id and r.indicator_id = v.indicator_id
       and r.span_id = v.span_id and r.area_id = v.area_id and r.breakdown_id = v.breakdown_id
       and r.plan_version_id = v.plan_version_id and r.vintage = app.vintage_of(v.vintage) and r.agency_id = v.agency_id
     left join editions e on e.id = v.${level}_edition_id
     where v.indicator_id = $1 and v.span_id = $2 and v.area_id = $3 and v.breakdown_id = $4 and v.plan_version_id = $5
       and v.vintage = app.vintage_letter($6) and v.agency_id = $7`,
    [
      ...[catalogue.indicators.get(it.indicator)?.id, spanId, catalogue.areaIds.get(it.area)],
      ...[it.breakdown === '' ? 0 : 7, plan?.id ?? 0, plan ? 'plan' : it.vintage, statistics],
    ],
  )
  return rows[0]
}

function storedAs({ value }: SaidFigure) {
  if (value.kind === 'text') return { kind: 'text', value: null, text: normalizeText(value.text) }
  if (value.kind !== 'number') return { kind: value.kind, value: null, text: null }
  const [whole, decimals = ''] = value.value.split('.')
  return { kind: 'number', value: `${whole}.${decimals.padEnd(6, '0')}`, text: null }
}

async function outcomeOf(it: SaidFigure, { level, end }: { level: Batch['level']; end: string }) {
  const held = await heldOf(it, level)
  if (!held?.holding) return 'added'
  const said = storedAs(it)
  const note = normalizeText(it.note)
  const isSame =
    levelsUpTo(level).every((one) => held[`${one}_kind`] === said.kind && held[`${one}_value`] === said.value) &&
    held.text === said.text &&
    (note === '' || held.note === note)
  if (isSame) return 'unchanged'
  return held.period_end > end ? 'outdated' : 'changed'
}

/** Ten times the value that is held, or else that of the period before; of one span under two names, before the first. */
async function oddityOf(it: SaidFigure, all: readonly SaidFigure[], level: Batch['level']) {
  const spanOf = (one: SaidFigure) => period(one.period, 'statistical').span
  const inSlot = ({ indicator, breakdown, scenario, vintage }: SaidFigure) =>
    [indicator, breakdown, scenario, vintage].join(' ')
  const first = all.find((other) => inSlot(other) === inSlot(it) && spanOf(other) === spanOf(it)) ?? it
  const earlier = { ...it, period: previousPeriod(period(first.period, 'statistical')).label }
  const column = `${level}_value`
  const { rows } = await pool.query(
    `select $3::int as row, trim_scale(o.now)::text as value, trim_scale(o.before)::text as before
     from (select $1::numeric as now, $2::numeric as before) o
     where o.now <> 0 and o.before <> 0 and (abs(o.now) >= 10 * abs(o.before) or abs(o.before) >= 10 * abs(o.now))`,
    [
      storedAs(it).value,
      (await heldOf(it, level))?.[column] ?? (await heldOf(earlier, level))?.[column] ?? null,
      it.row,
    ],
  )
  return rows
}

const revisions = async () => Number((await pool.query('select count(*) from reported_value_revisions')).rows[0]?.count)
let messages = 0

async function entering(said: readonly SaidFigure[], level: Batch['level'], end: string | undefined) {
  const id = `message-${++messages}`
  const batch: Batch = {
    ...{
      agencyId: statistics,
      origin: 'imported',
      source: '',
      level,
      calendar: 'statistical',
      by: null,
      figures: said,
    },
    ...{ message: { sender: 'test', id, hash: id }, actingAgencyId: statistics, at: '2026-06-16T01:00:00Z' },
    ...(end !== undefined && { periodEnd: localDate(end) }),
  }
  const until =
    end ??
    said
      .map((one) => period(one.period, 'statistical').span.to)
      .sort()
      .at(-1) ??
    ''
  const expected = { added: 0, changed: 0, unchanged: 0, outdated: 0 }
  const written: SaidFigure[] = []
  const holding: SaidFigure[] = []
  for (const one of said) {
    const outcome = await outcomeOf(one, { level, end: until })
    expected[outcome] += 1
    if (outcome === 'outdated') expected.changed += 1
    if (outcome !== 'unchanged') written.push(one)
    if (outcome === 'added' || outcome === 'changed') holding.push(one)
  }
  const odd: Oddity[] = []
  for (const one of written) odd.push(...(await oddityOf(one, said, level)))
  const before = await revisions()
  const preview = await transaction(pool, (db) => previewFigures(db, batch))
  assert.equal(await revisions(), before)
  const result = await transaction(pool, (db) => enterFigures(db, batch))
  assert.ok(result.ok, JSON.stringify(result))
  const { editionId, oddities, ...counts } = result.value
  assert.deepEqual(preview, { ...counts, oddities, refused: [] })
  assert.deepEqual(counts, { ...expected, isRepeat: false })
  assert.deepEqual(
    oddities,
    odd.toSorted((a, b) => a.row - b.row),
  )
  assert.equal(await revisions(), before + written.length)
  assert.equal(editionId === null, written.length === 0)
  for (const one of holding) {
    const held = await heldOf(one, level)
    const { kind, value, text } = storedAs(one)
    assert.deepEqual(
      [held.holding, held[`${level}_kind`], held[`${level}_value`], held.text, held.note],
      [editionId, kind, value, text, normalizeText(one.note)],
    )
  }
}

test('whatever was said before, each figure is counted and kept as if it had come alone', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const open: string[] = []
      const batches: (readonly [Place, Content][])[] = []
      for (const one of steps) {
        if (one.kind === 'batch') {
          batches.push(one.figures)
          await entering(saidFigures(one.figures), one.level, one.end)
        } else if (one.kind === 'again') {
          const all = batches[one.which % Math.max(batches.length, 1)]
          if (all) await entering(saidFigures(all), one.level, undefined)
        } else if (one.kind === 'typed') {
          const typed = distinct(one.figures).map(([it, said]) => {
            const { breakdown, ...where } = it
            return { ...where, value: saidValue(it, said), breakdownId: breakdown === '' ? 0 : 7 }
          })
          const said = { by: 'CTK', version: ++messages, periodEnd: '2026-03-31' }
          open.push(await say(pool, { ...said, levels: one.isAccepted ? ['sent', 'accepted'] : ['sent'] }, typed))
        } else {
          const [editionId] = open.splice(one.which % Math.max(open.length, 1), 1)
          if (editionId) await transaction(pool, (db) => withdraw(db, { editionId, at: '2026-06-16T01:00:00Z' }))
        }
      }
    }),
    { numRuns: 15 },
  )
  await owner.query('analyze')
  const file = anchorsFile(mkdtempSync(path.join(tmpdir(), 'baocao-anchors-')))
  assert.deepEqual((await verify(pool, file)).fault, undefined)
})
