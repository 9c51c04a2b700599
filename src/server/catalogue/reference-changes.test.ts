/** A release whose files say something else than before: further versions, no silent edit, no code with another meaning. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '#core/period/local-date.ts'
import { testDatabase } from '#test/db.ts'
import { freezeForms, loadReference, regimeVersion } from './index.ts'
import { type Reference, readReference } from './reference-files.ts'

const { pool, owner, setClock } = await testDatabase()
// In the afternoon: what is loaded twice on one day must not meet midnight.
await setClock('2026-09-16T07:32:00Z')
const reference = readReference()
await loadReference(pool, reference)
const on = localDate('2026-09-16')
const code = 'NN.03'

function withIndicator(change: Readonly<Record<string, string>>, of = code): Reference {
  return { ...reference, indicators: reference.indicators.map((it) => (it.code === of ? { ...it, ...change } : it)) }
}

function withForm(title: string): Reference {
  const forms = reference.forms.map((form) =>
    form.layout.code === 'NN-01' ? { ...form, layout: { ...form.layout, title } } : form,
  )
  return { ...reference, forms }
}

async function versions(of = code): Promise<readonly unknown[]> {
  const { rows } = await pool.query(
    `select v.version, v.name, v.valid_from > '2026-01-01' as "isDated" from indicator_versions v
     join indicators i on i.id = v.indicator_id where i.code = $1 order by v.version`,
    [of],
  )
  return rows
}

async function formVersions() {
  const { rows } = await pool.query<{ id: number; version: number; title: string }>(
    `select v.id, v.version, v.layout ->> 'title' as title from form_versions v join forms f on f.id = v.form_id
     where f.code = 'NN-01' order by v.version`,
  )
  return rows
}

async function askedForm(): Promise<number | undefined> {
  const regime = await regimeVersion(pool, { code: 'BC-KTXH-THANG', on })
  const known = new Set((await formVersions()).map(({ id }) => id))
  return regime?.subjects.flatMap((subject) => subject.formVersionIds).find((id) => known.has(id))
}

test('a changed name is a further version from today, made once; the one before stays', async () => {
  const [before] = await versions()
  const renamed = withIndicator({ name: 'Sản lượng lúa cả năm' })
  assert.deepEqual(await loadReference(pool, renamed), [`Chỉ tiêu có bản mới từ hôm nay theo tệp danh mục: ${code}.`])
  assert.deepEqual(await versions(), [before, { version: 2, name: 'Sản lượng lúa cả năm', isDated: true }])
  assert.deepEqual(await loadReference(pool, renamed), [])
  assert.equal((await versions()).length, 2)
})

test('a file that goes back to its first words is a further version as well, made once', async () => {
  assert.deepEqual(await loadReference(pool, reference), [`Chỉ tiêu có bản mới từ hôm nay theo tệp danh mục: ${code}.`])
  assert.deepEqual((await versions()).at(-1), { version: 3, name: 'Sản lượng lúa', isDated: true })
  assert.deepEqual(await loadReference(pool, reference), [])
  assert.equal((await versions()).length, 3)
})

test('another source of a row is taken over without a further version', async () => {
  const source = 'Niên giám thống kê 2025'
  assert.deepEqual(await loadReference(pool, withIndicator({ source }, 'NN.18')), [])
  const { rows } = await pool.query('select i.source from indicators i where i.code = $1', ['NN.18'])
  assert.deepEqual(rows, [{ source }])
  assert.equal((await versions('NN.18')).length, 1)
})

test('groups of indicators get names and order of the file, a further one among them; one it has no more comes last', async () => {
  const groups = async () => {
    const { rows } = await pool.query<{ name: string }>('select g.name from indicator_groups g order by g.position')
    return rows.map(({ name }) => name)
  }
  const before = await groups()
  const [first, second, ...others] = reference.indicatorGroups
  assert.ok(first && second)
  const given = [{ ...first, name: 'Tên khác' }, { code: 'ZZ', name: 'Nhóm mới' }, ...others]
  for (let time = 0; time < 2; time += 1) {
    await loadReference(pool, { ...reference, indicatorGroups: given })
    assert.deepEqual(await groups(), ['Tên khác', 'Nhóm mới', ...before.slice(2), second.name])
  }
  await loadReference(pool, reference)
  assert.deepEqual(await groups(), [...before, 'Nhóm mới'])
  await owner.query(`delete from indicator_groups where code = 'ZZ'`)
})

test('another meaning is refused in words, and nothing is loaded', async () => {
  const other = withIndicator({ name: 'Sản lượng lúa cả năm', nature: 'stock' })
  await assert.rejects(
    loadReference(pool, other),
    /NN\.03: tính chất theo thời gian đổi từ «flow» thành «stock».\nHãy giữ nguyên mã cũ/,
  )
  assert.equal((await versions()).length, 3)
})

test('what was changed in the program is left as it is, and said', async () => {
  await owner.query(
    `insert into accounts (login, display_name, password_hash) values ('someone', 'someone', '') on conflict do nothing`,
  )
  await owner.query(
    `insert into indicator_versions (indicator_id, version, name, measure, decimals, nature, area_aggregation,
       recorded_by, recorded_at)
     select v.indicator_id, 2, 'Tên của quản trị', v.measure, v.decimals, v.nature, v.area_aggregation,
       (select id from accounts where login = 'someone'), app.now()
     from indicator_versions v join indicators i on i.id = v.indicator_id where i.code = 'NN.01' and v.version = 1`,
  )
  const said = await loadReference(pool, withIndicator({ name: 'Tên của tệp' }, 'NN.01'))
  assert.ok(said.some((text) => /giữ nguyên, dù tệp đã đổi: NN\.01/.test(text)))
  assert.equal((await versions('NN.01')).length, 2)
})

test('a form nobody has filled in takes the change; a used one gets a further version, asked for from then on', async () => {
  const [first] = await formVersions()
  await loadReference(pool, withForm('Bản nháp'))
  assert.deepEqual(await formVersions(), [{ ...first, title: 'Bản nháp' }])
  await freezeForms(pool, [first?.id ?? 0])
  const said = await loadReference(pool, withForm('Bản mới'))
  assert.ok(said.includes('Biểu có bản mới cho các kỳ mở từ nay: NN-01.'))
  const [old, further, ...more] = await formVersions()
  assert.deepEqual([old?.title, further?.title, more], ['Bản nháp', 'Bản mới', []])
  assert.equal(await askedForm(), further?.id)
  assert.ok(!(await loadReference(pool, withForm('Bản mới'))).some((text) => text.startsWith('Biểu')))
  assert.equal((await formVersions()).length, 2)
})

test('a form whose file goes back to what a used version says gets a further one, made once', async () => {
  const [, used] = await formVersions()
  await freezeForms(pool, [used?.id ?? 0])
  for (let time = 0; time < 2; time += 1) {
    await loadReference(pool, withForm('Bản nháp'))
    assert.deepEqual(
      (await formVersions()).map(({ title }) => title),
      ['Bản nháp', 'Bản mới', 'Bản nháp'],
    )
  }
})

const whole = { kind: 'dayOfMonth', monthOffset: 0, day: 25, time: '17:00', onDayOff: 'next' } as const

function withWholeDeadline(rule: object, act = 'Công văn số 12/UBND-TH'): Reference {
  const consolidatedDeadline = { rule, act, source: 'Công văn', confidence: 'sourced' }
  return { ...reference, regimes: reference.regimes.map((regime) => ({ ...regime, consolidatedDeadline })) }
}

async function regimeVersions() {
  const { rows } = await pool.query(
    `select v.id, v.consolidated_deadline_rule ->> 'day' as day, v.valid_to is null as "isOpen",
       (select count(*)::int from regime_subjects s where s.regime_version_id = v.id) as subjects
     from regime_versions v order by v.valid_from, v.id`,
  )
  return rows
}

test('a deadline of the whole that the file sets is a further version of the regime from today, made once', async () => {
  await loadReference(pool, reference)
  const [before] = await regimeVersions()
  assert.equal(before?.day, null)
  const told = ['Chế độ có hạn gửi báo cáo tổng hợp mới cho các kỳ mở từ nay: BC-KTXH-THANG.']
  assert.deepEqual(await loadReference(pool, withWholeDeadline(whole)), told)
  const [first, second, ...others] = await regimeVersions()
  assert.deepEqual(others, [])
  assert.deepEqual([first?.id, first?.day, first?.isOpen], [before?.id, null, false])
  assert.deepEqual([second?.day, second?.isOpen, second?.subjects], ['25', true, before?.subjects])
  assert.deepEqual(await loadReference(pool, withWholeDeadline(whole)), [])
})

test('set once more on the same day, it is that version’s; a file without one leaves it', async () => {
  assert.equal((await loadReference(pool, withWholeDeadline({ ...whole, day: 26 }))).length, 1)
  await loadReference(pool, reference)
  assert.deepEqual(
    (await regimeVersions()).map(({ day }) => day),
    [null, '26'],
  )
})
