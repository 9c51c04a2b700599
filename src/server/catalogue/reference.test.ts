import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { headerRows } from '#core/form/header.ts'
import { columnsFor } from '#core/form/layout.ts'
import { localDate } from '#core/period/local-date.ts'
import { period } from '#core/period/period.ts'
import { spanKey } from '#core/period/span.ts'
import { testDatabase } from '#test/db.ts'
import { referenceProblems, refuseUnfitReference } from './check-reference.ts'
import { assignmentsOf } from './derive-assignments.ts'
import {
  areas,
  formVersionsById,
  holidays,
  loadCatalogue,
  loadReference,
  regimeVersion,
  responsibleAgencies,
  spanIds,
} from './index.ts'
import { readReference } from './reference-files.ts'

const reference = readReference()
const regime = reference.regimes[0]
assert.ok(regime)
const layouts = new Map(reference.forms.map(({ layout }) => [layout.code, layout]))
const on = localDate('2026-09-16')

test('the reference data fit together', () => {
  assert.deepEqual(referenceProblems(reference), [])
})

test('reference data that do not fit are refused in words, before a row is loaded', () => {
  const [first, ...others] = reference.indicators
  assert.ok(first)
  const renamed = { ...reference, indicators: [{ ...first, code: 'KHAC' }, ...others] }
  assert.throws(() => refuseUnfitReference(renamed), /chưa có chỉ tiêu mã AN\.01/)
})

describe('the monthly form has the columns of its month', () => {
  const ordinary = 'plan previous estimate ytd ly lyYtd rPrev rLy rYtd'
  for (const [months, keys] of [
    [[1], 'previous ly estimate rPrev rLy'],
    [[2, 3, 4], ordinary],
    [[5], 'plan previous estimate nextEstimate half ly lyHalf rPrev rHalfLy rHalfPlan'],
    [[6, 7, 8, 9, 11], `${ordinary} rPlan`],
    [[10], 'plan previous estimate ytd yearEstimate nextPlan lastYear ly lyYtd rPrev rLy rYtd rYear rNextPlan'],
    [[12], 'plan previous estimate ytd nextPlan lastYear rYtd rPlan rNextPlan'],
  ] as const)
    for (const month of months)
      test(`month ${month}`, () => {
        const layout = layouts.get('NN-01')
        assert.ok(layout)
        assert.equal(
          columnsFor(layout, month)
            ?.map((column) => column.key)
            .join(' '),
          keys,
        )
      })
})

test('the header of September merges the years above the readings', () => {
  const layout = layouts.get('NN-01')
  assert.ok(layout)
  const [top, below] = headerRows(columnsFor(layout, 9) ?? [], period('2026-09', 'statistical'))
  assert.deepEqual(
    top?.map((cell) => [cell.label, cell.colSpan]),
    [
      ['Năm 2026', 4],
      ['Cùng kỳ 2025', 2],
      ['So sánh (%)', 4],
    ],
  )
  assert.deepEqual(
    below?.slice(0, 4).map((cell) => cell.label),
    ['Kế hoạch năm', 'Thực hiện tháng 8', 'Ước tháng 9', 'Lũy kế 9 tháng'],
  )
  assert.deepEqual(
    columnsFor(layout, 9)
      ?.slice(-4)
      .map((column) => column.number),
    ['3/2', '3/5', '4/6', '4/1'],
  )
})

test('at least twelve departments and all nine districts report', () => {
  const districts = regime.subjects.filter(({ agency }) => agency.startsWith('UBND-'))
  assert.equal(districts.length, 9)
  assert.ok(regime.subjects.length - districts.length >= 12)
})

test('rice of a district is the district’s to report, and the province’s the department’s', () => {
  const assigned = assignmentsOf(regime, reference).filter(({ indicator }) => indicator === 'NN.03')
  const byArea = new Map(assigned.map(({ area, agency }) => [area, agency]))
  assert.equal(byArea.get('836'), 'UBND-836')
  assert.equal(byArea.get('83'), 'SNNPTNT')
  assert.equal(byArea.get('83-KPB'), 'SNNPTNT')
})

test('every collected row of the province’s table has somebody to report it', () => {
  const assigned = new Set(assignmentsOf(regime, reference).map(({ indicator, area }) => `${indicator} ${area}`))
  const rows = layouts.get(regime.consolidatedForm)?.rows.filter((row) => row.collect !== undefined) ?? []
  const missing = rows.filter(({ indicator, collect }) =>
    collect === 'agency'
      ? !assigned.has(`${indicator} 83`)
      : reference.areas.some(({ level, code }) => level === 'district' && !assigned.has(`${indicator} ${code}`)),
  )
  assert.ok(rows.length >= 45)
  assert.deepEqual(
    missing.map((row) => row.key),
    [],
  )
})

describe('loaded into a database', async () => {
  const { pool } = await testDatabase()
  await loadReference(pool)

  test('areas of 10/04/2023 are there: a province, nine districts, 157 communes and the part of no district', async () => {
    const found = Map.groupBy(await areas(pool, on), (area) => area.level)
    assert.deepEqual(
      ['province', 'unallocated', 'district', 'commune'].map((level) => found.get(level as 'commune')?.length),
      [1, 1, 9, 157],
    )
  })

  test('the communes of a district have numbers side by side', async () => {
    const all = (await areas(pool, on)).toSorted((a, b) => a.id - b.id)
    const ofDistricts = all.filter((area) => area.level === 'commune').map((area) => area.parentId)
    const changes = ofDistricts.filter((parentId, index) => parentId !== ofDistricts[index - 1])
    assert.equal(changes.length, new Set(ofDistricts).size)
  })

  test('loading again changes nothing, not even an identity', async () => {
    const state = async () => {
      const { rows } = await pool.query(
        `select (select jsonb_agg(a order by a.id) from areas a) as areas,
           (select jsonb_agg(v order by v.id) from form_versions v) as forms,
           (select jsonb_agg(i order by i.id) from indicators i) as indicators,
           (select count(*) from assignments) as assignments, (select count(*) from regime_subjects) as subjects,
           (select count(*) from holidays) as holidays, (select count(*) from plan_versions) as plans`,
      )
      return rows[0]
    }
    const before = await state()
    await loadReference(pool)
    assert.deepEqual(await state(), before)
  })

  test('an administrator’s change outlives the next start', async () => {
    await pool.query(`update agencies set contact_name = 'Nguyễn Văn Mới' where code = 'SCT'`)
    await loadReference(pool)
    const { agencies } = await loadCatalogue(pool, on)
    const changed = [...agencies.values()].find((agency) => agency.code === 'SCT')
    assert.equal(changed?.contactName, 'Nguyễn Văn Mới')
  })

  test('the regime reads back with its path, subjects and rules', async () => {
    const found = await regimeVersion(pool, { code: 'BC-KTXH-THANG', on })
    assert.equal(found?.path.length, 12)
    assert.equal(found?.subjects.length, regime.subjects.length)
    assert.deepEqual(found?.deadlineRule, regime.deadlineRule)
    const agriculture = await loadCatalogue(pool, on)
    const [first] = found?.subjects ?? []
    assert.equal(agriculture.agencies.get(first?.agencyId ?? 0)?.code, 'SNNPTNT')
    const forms = await formVersionsById(pool, first?.formVersionIds ?? [])
    assert.deepEqual([...forms.values()].map((form) => form.code).sort(), ['NN-01', 'NN-02'])
  })

  test('layouts come back as they were read', async () => {
    const { rows } = await pool.query<{ id: number }>(`select id from form_versions`)
    for (const form of (
      await formVersionsById(
        pool,
        rows.map((row) => row.id),
      )
    ).values())
      assert.deepEqual(form.layout, layouts.get(form.code))
  })

  test('a regime nobody issued is not found', async () => {
    assert.equal(await regimeVersion(pool, { code: 'BC-KHAC', on }), undefined)
  })

  test('assignments are read by indicator and area', async () => {
    const catalogue = await loadCatalogue(pool, on)
    const found = await regimeVersion(pool, { code: 'BC-KTXH-THANG', on })
    const responsible = await responsibleAgencies(pool, { regimeId: found?.regimeId ?? 0, on })
    const key = `${catalogue.indicators.get('NN.03')?.id}:${catalogue.areaIds.get('836')}`
    assert.equal(catalogue.agencies.get(responsible.get(key) ?? 0)?.code, 'UBND-836')
  })

  test('a span has one id however often it is asked for', async () => {
    const spans = [period('2026-9M').span, period('2026-YTD09').span, period('2026-09').span]
    const first = await spanIds(pool, spans)
    assert.equal(first.size, 2)
    assert.deepEqual(await spanIds(pool, spans), first)
    assert.ok(first.has(spanKey(period('2026-09').span)))
  })

  test('a worked Saturday is a working day, a day nobody has confirmed is no day off', async () => {
    const days = await holidays(pool)
    assert.ok(days.work.has(localDate('2026-08-22')))
    assert.ok(days.off.has(localDate('2026-09-02')))
    assert.ok(!days.off.has(localDate('2026-11-24')))
  })
})
