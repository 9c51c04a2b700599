import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import type { DifferenceList } from '#contract/differences.ts'
import type { FigureExplanation } from '#contract/explanation.ts'
import type { VersionDesk } from '#contract/version-steps.ts'
import type { VersionView } from '#contract/versions.ts'
import { localDate } from '#core/period/local-date.ts'
import { isWorkingDay } from '#core/period/working-days.ts'
import { testApp } from '#test/api/app.ts'
import { Journey } from '#test/builders/journey.ts'
import { testDatabase } from '#test/db.ts'
import { demonstration, demonstrationNow as now } from '#test/seeded.ts'
import { verify } from '../audit/index.ts'
import { holidays, loadCatalogue } from '../catalogue/index.ts'
import type { Pool } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { seed } from '../seed.ts'
import { figuresOf, openForms, submissionById } from '../submissions/index.ts'

async function one<Row extends object>(pool: Pool, sql: string): Promise<Row> {
  const { rows } = await pool.query<Row>(sql)
  return rows[0] as Row
}

async function contentHash(pool: Pool): Promise<string> {
  const hash = createHash('sha256')
  const order: Readonly<Record<string, string>> = {
    submissions: 'id',
    cell_revisions: 'submission_id, form_version_id, row_key, column_key, revision',
    submission_steps: 'id',
    submission_step_cells: 'step_id, form_version_id, row_key, column_key',
    submission_snapshots: 'submission_id, at',
    consolidated_versions: 'regime_id, period, version',
    consolidated_version_steps: 'id',
    adjustments: 'id',
    source_choices: 'id',
    audit_entries: 'stream, seq',
    editions: 'id',
    edition_promotions: 'edition_id, level',
    reported_values: 'indicator_id, span_id, area_id, plan_version_id, vintage, agency_id',
    account_roles: 'account_id, agency_id, role',
  }
  // Which transaction wrote a row is no content.
  for (const [table, keys] of Object.entries(order)) {
    const where = table === 'edition_promotions' ? `where at < '${now}'` : ''
    hash.update(
      (
        await one<{ all: string }>(
          pool,
          `select coalesce(string_agg((to_jsonb(t) - 'transaction')::text, ' ' order by ${keys}), '') as all from ${table} t ${where}`,
        )
      ).all,
    )
  }
  return hash.digest('hex')
}

describe('the demonstration of 16/9/2026', async () => {
  const db = await testDatabase({ seed: demonstration })
  const pool = db.owner

  test('covers thirty months, at least forty indicators, nine districts and twelve departments', async () => {
    const extent = await one(
      pool,
      `select (select count(distinct period)::int from submissions) as months,
         (select count(distinct indicator_id)::int from reported_values where vintage = app.vintage_letter('estimate')) >= 40 as indicators,
         (select count(distinct s.agency_id)::int from submissions s join agencies g on g.id = s.agency_id
           where g.kind = 'district') as districts,
         (select count(distinct s.agency_id)::int from submissions s join agencies g on g.id = s.agency_id
           where g.kind <> 'district') >= 12 as departments,
         (select max(period) from submissions) as present`,
    )
    assert.deepEqual(extent, { months: 30, indicators: true, districts: 9, departments: true, present: '2026-09' })
  })

  test('its journal proves itself', async () => {
    const { fault, entries } = await verify(pool, '/nonexistent/anchors')
    assert.equal(fault, undefined)
    assert.ok(entries > 5000)
  })

  test('nothing happens after now, and people act in working time', async () => {
    const { rows } = await pool.query<{ at: string }>(
      `select distinct at from submission_steps union select distinct entered_at from cell_revisions
       union select at from consolidated_versions union select at from consolidated_version_steps
       union select at from adjustments union select at from source_choices`,
    )
    const days = await holidays(pool)
    assert.deepEqual(
      rows.filter(({ at }) => at >= now),
      [],
    )
    const off = rows.filter(({ at }) => {
      const clock = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(11, 16)
      return !isWorkingDay(localDay(at), days) || clock < '08:00' || clock > '17:00'
    })
    assert.deepEqual(off, [])
  })

  test('steps of a submission follow one another', async () => {
    const broken = await one(
      pool,
      `select count(*)::int as count from (
         select from_state, lag(to_state, 1, 'draft') over (partition by submission_id order by id) as before,
           at, lag(at) over (partition by submission_id order by id) as earlier from submission_steps) s
       where s.from_state <> s.before or s.at < s.earlier`,
    )
    assert.deepEqual(broken, { count: 0 })
  })

  test('the present period stands at every step; the one before lacks two reports and has late ones', async () => {
    const { rows } = await pool.query<{ state: string }>(
      `select distinct state from submissions where period = '2026-09' order by state`,
    )
    const states = ['accepted', 'appraised', 'approved', 'draft', 'sealed', 'sent', 'submitted']
    assert.deepEqual(
      rows.map((row) => row.state),
      states,
    )
    const last = await one(
      pool,
      `select count(*) filter (where first_sent_at is null)::int as missing, count(*) filter (where is_late)::int as late,
         count(*) filter (where state = 'accepted')::int as accepted from submissions where period = '2026-08'`,
    )
    assert.deepEqual(last, { missing: 2, late: 3, accepted: 23 })
  })

  test('the consolidated report of July is approved and sent, that of August waits for the head, neither affected', async () => {
    await db.setClock(now)
    const journey = new Journey(await testApp(db))
    const head = await journey.as('pheduyet.skhdt')
    for (const [period, state, steps] of [
      ['2026-07', 'sent', ['submit', 'appraise', 'approve', 'seal', 'send']],
      ['2026-08', 'appraised', ['submit', 'appraise']],
    ] as const) {
      const { body } = await head.get<VersionView>(`/api/province/BC-KTXH-THANG/versions/1?period=${period}`)
      assert.deepEqual([body.state, body.since, body.log.map((s) => s.verb)], [state, [], steps])
    }
    const { body } = await head.get<VersionDesk>('/api/province/versions-on-desk')
    assert.deepEqual(
      body.versions.map((v) => [v.period.label, v.can]),
      [['2026-08', ['approve', 'sendBack']]],
    )
  })

  test('the report of July carries an adjustment and a settled difference, made before it was pinned', async () => {
    await db.setClock(now)
    const phuc = await new Journey(await testApp(db)).as('phuc')
    const { body } = await phuc.get<VersionView>('/api/province/BC-KTXH-THANG/versions/1?period=2026-07')
    const [adjustment, ...others] = body.adjustments
    assert.deepEqual([adjustment?.amount, adjustment?.by?.login, others], ['-10.1', 'phuc', []])
    assert.match(adjustment?.about ?? '', /Thu nội địa/)
    const { body: list } = await phuc.get<DifferenceList>('/api/province/BC-KTXH-THANG/differences?period=2026-07')
    const settled = list.differences.filter(({ settlement }) => settlement !== null)
    assert.deepEqual([settled.length, settled[0]?.settlement?.by?.login], [1, 'phuc'])
    assert.ok(list.open > 0)
    assert.ok([adjustment?.at, settled[0]?.settlement?.at].every((at) => at !== undefined && at < body.at))
  })

  test('a figure of Sở VHTTDL is withdrawn and not sent again, as its report was sent back', async () => {
    await db.setClock(now)
    const phuc = await new Journey(await testApp(db)).as('phuc')
    const { body } = await phuc.get<FigureExplanation>(
      '/api/figures/explain?indicator=DL.02&area=83&period=2026-09&level=sent',
    )
    assert.equal(body.node.value.kind, 'none')
    assert.deepEqual(
      body.history.map(({ withdrawn }) => [withdrawn?.by?.login, withdrawn?.isSentBack]),
      [['an', true]],
    )
  })

  test('shrimp of Bình Đại is the sum of its communes, partial in the last month', async () => {
    await db.setClock(now)
    const phuc = await new Journey(await testApp(db)).as('phuc')
    for (const [period, isPartial] of [
      ['2026-07', false],
      ['2026-08', true],
    ] as const) {
      const path = `/api/figures/explain?indicator=NN.12.2.1&area=835&period=${period}`
      const { body } = await phuc.get<FigureExplanation>(path)
      const said = body.node.parts.flatMap(({ value }) => (value.kind === 'number' ? [Number(value.value)] : []))
      const sum = said.reduce((total, one) => total + one, 0)
      assert.deepEqual([body.node.value, body.isPartial], [{ kind: 'number', value: String(sum) }, isPartial])
      assert.deepEqual(body.missing, isPartial ? ['Xã Thới Thuận'] : [])
      assert.equal(body.node.parts.length, 20)
    }
  })

  test('nothing is a number that should be absent: zero is declared, what is awaited stays absent', async () => {
    const found = await one(
      pool,
      `select count(*) filter (where c.kind = 'number' and c.value = 0)::int as zeros,
         count(*) filter (where c.kind = 'absent')::int > 0 as absent,
         count(*) filter (where c.kind = 'nothing')::int > 0 as nothing from cells c`,
    )
    assert.deepEqual(found, { zeros: 0, absent: true, nothing: true })
    const left = await one(
      pool,
      `select count(*)::int as count from cells c join submissions s on s.id = c.submission_id
       join agencies g on g.id = s.agency_id join form_versions v on v.id = c.form_version_id
       join forms f on f.id = v.form_id
       where g.code = 'SNNPTNT' and s.period = '2026-09' and f.code = 'NN-01' and c.row_key = 'a8'`,
    )
    assert.deepEqual(left, { count: 0 })
  })

  test('a sum over districts is the department’s, and Ba Tri says something else than the department', async () => {
    const rice = await one(
      pool,
      `select sum(v.accepted_value) filter (where a.level in ('district', 'unallocated') and g.code = 'SNNPTNT')
           = sum(v.accepted_value) filter (where a.level = 'province') as adds_up,
         sum(v.accepted_value) filter (where a.code = '836' and g.code = 'UBND-836')
           > sum(v.accepted_value) filter (where a.code = '836' and g.code = 'SNNPTNT') as differs
       from reported_values v join indicators i on i.id = v.indicator_id join areas a on a.id = v.area_id
       join agencies g on g.id = v.agency_id join spans s on s.id = v.span_id
       where i.code = 'NN.03' and v.vintage = app.vintage_letter('estimate') and s.from_date = '2026-07-01' and s.to_date = '2026-07-31'`,
    )
    assert.deepEqual(rice, { adds_up: true, differs: true })
  })

  test('estimates are revised later, and both are kept', async () => {
    const found = await one<{ count: number }>(
      pool,
      `select count(*)::int as count from reported_values e join reported_values p using
         (indicator_id, span_id, area_id, breakdown_id, plan_version_id, agency_id, span_to)
       where e.vintage = app.vintage_letter('estimate') and p.vintage = app.vintage_letter('preliminary') and e.accepted_value <> p.accepted_value`,
    )
    assert.ok(found.count > 300, String(found.count))
  })

  test('figures sent are those the program itself would have sent', async () => {
    const { rows } = await pool.query<{ id: string; edition: string }>(
      `select s.id, e.id as edition from submissions s join agencies g on g.id = s.agency_id
       join editions e on e.submission_id = s.id and e.sending = s.sending
       where s.period = '2026-08' and s.state = 'accepted' and g.code in ('SNNPTNT', 'SCT', 'CT', 'CTK', 'UBND-836', 'UBND-838')`,
    )
    assert.equal(rows.length, 6)
    for (const { id, edition } of rows) {
      const submission = await submissionById(pool, id)
      assert.ok(submission)
      const { forms, catalogue } = await openForms(pool, submission)
      const own = await figuresOf(pool, { submission, forms, catalogue, actingAgencyId: submission.agency_id, at: now })
      const { rows: kept } = await pool.query(
        `select indicator_id, span_id, area_id, vintage, kind, value, cell_revision, row_key, column_key
         from reported_value_revisions where edition_id = $1`,
        [edition],
      )
      const line = (parts: readonly unknown[]) => parts.map((part) => String(part ?? '')).join(' ')
      const numberOf = (value: unknown) => (value === null || value === undefined ? '' : Number(value))
      assert.deepEqual(
        own
          .map((v) =>
            line([
              v.indicatorId,
              v.spanId,
              v.areaId,
              v.vintage,
              v.kind,
              numberOf(v.value),
              v.cellRevision,
              v.rowKey,
              v.columnKey,
            ]),
          )
          .sort(),
        kept
          .map((v) =>
            line([
              v.indicator_id,
              v.span_id,
              v.area_id,
              v.vintage,
              v.kind,
              numberOf(v.value),
              v.cell_revision,
              v.row_key,
              v.column_key,
            ]),
          )
          .sort(),
      )
    }
  })

  test('every figure of a district form is about the district', async () => {
    const { areaIds, agencies } = await loadCatalogue(pool, localDate('2026-09-16'))
    const baTri = [...agencies.values()].find((agency) => agency.code === 'UBND-836')
    const { rows } = await pool.query(`select distinct area_id from reported_values where agency_id = $1`, [baTri?.id])
    assert.deepEqual(rows, [{ area_id: areaIds.get('836') }])
  })

  test('a second seeding changes nothing, and another database gets the same', async () => {
    const before = await contentHash(pool)
    assert.equal(await seed(pool, { now, demonstration: true }), false)
    assert.equal(await contentHash(pool), before)
    const { owner: other } = await testDatabase()
    await seed(other, { now, demonstration: true })
    assert.equal(await contentHash(other), before)
  })

  test('the plan of the year is named as illustrative and ranks below the council’s', async () => {
    const { plans } = await loadCatalogue(pool, localDate('2026-09-16'))
    const at = (code: string) => plans.findIndex((plan) => plan.code === code)
    assert.ok(at('de-xuat-2026') < at('ke-hoach-minh-hoa-2025') && at('ke-hoach-minh-hoa-2025') < at('hdnd-2025'))
    assert.equal(plans[at('ke-hoach-minh-hoa-2026')]?.name, 'Kế hoạch minh họa năm 2026')
  })
})
