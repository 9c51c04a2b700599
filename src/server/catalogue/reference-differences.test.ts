/** What files of reference data say otherwise than a database that was loaded before: told, and left alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/db.ts'
import { demonstration } from '#test/seeded.ts'
import { loadReference } from './index.ts'
import { differencesTold } from './reference-differences.ts'
import { type CheckRuleSource, type Reference, type RegimeSource, readReference } from './reference-files.ts'

const reference = readReference()
const { owner } = await testDatabase()

test('nothing is told of a database that has just been loaded, nor at the next start', async () => {
  assert.deepEqual(await loadReference(owner), [])
  assert.deepEqual(await loadReference(owner), [])
})

test('nothing is told of the demonstration', async () => {
  const trial = await testDatabase({ seed: demonstration })
  assert.deepEqual(await loadReference(trial.owner), [])
})

const lines = (told: readonly string[]) => told.filter((line) => line.startsWith('  ')).map((line) => line.trim())

type Row = Readonly<Record<string, string>>
type Files = 'areas' | 'agencies' | 'indicatorGroups' | 'indicators' | 'holidays' | 'planVersions'

/** The files with one row said otherwise, or without it. */
function edited(file: Files, code: string, change: Row | null): Reference {
  const isIt = (row: Row) => (row.code ?? row.date) === code
  const rows: readonly Row[] = reference[file]
  const others = change
    ? rows.map((row) => (isIt(row) ? { ...row, ...change } : row))
    : rows.filter((row) => !isIt(row))
  return { ...reference, [file]: others }
}

function withRegime(change: Partial<RegimeSource>): Reference {
  return { ...reference, regimes: reference.regimes.map((regime) => ({ ...regime, ...change })) }
}

function withRule(change: Partial<CheckRuleSource>): Reference {
  const [first, ...others] = reference.checkRules
  assert.ok(first)
  return { ...reference, checkRules: [{ ...first, ...change }, ...others] }
}

function withForm(change: { readonly title?: string; readonly source?: string }): Reference {
  const forms = reference.forms.map((form) => {
    if (form.layout.code !== 'TTT-01') return form
    const { title = form.layout.title, source = form.source } = change
    return { layout: { ...form.layout, title }, source }
  })
  return { ...reference, forms }
}

const [regime] = reference.regimes
const rule = reference.checkRules[0]?.code

for (const [files, expected] of [
  [edited('areas', '829', { name: 'Thành phố Khác' }), 'tên của địa bàn: 829'],
  [edited('areas', '29110', { parent: '829' }), 'địa bàn cấp trên của địa bàn: 29110'],
  [edited('areas', '829', { parent: '' }), 'địa bàn cấp trên của địa bàn: 829'],
  [edited('areas', '29110', { kind: 'Phường' }), 'cấp hoặc loại của địa bàn: 29110'],
  [edited('areas', '829', { valid_to: '2026-06-30' }), 'ngày bắt đầu hoặc kết thúc của địa bàn: 829'],
  [edited('areas', '829', { note: 'ghi thêm' }), 'ghi chú của địa bàn: 829'],
  [edited('agencies', 'SCT', { short_name: 'SCT' }), 'tên hoặc tên gọn của cơ quan: SCT'],
  [edited('agencies', 'SCT', { parent: 'VP-UBND' }), 'cơ quan cấp trên của cơ quan: SCT'],
  [edited('agencies', 'KTTV', { area: '83' }), 'loại hoặc địa bàn của cơ quan: KTTV'],
  [edited('agencies', 'SCT', { source: 'nguồn khác' }), 'nguồn của cơ quan: SCT'],
  [edited('agencies', 'KTTV', null), 'cơ quan không còn trong tệp: KTTV'],
  [edited('indicatorGroups', 'NN', null), 'nhóm chỉ tiêu không còn trong tệp: NN'],
  [edited('indicators', 'AN.01', { owner: 'CT' }), 'cơ quan chủ quản của chỉ tiêu: AN.01'],
  [edited('indicators', 'AN.01.1', { parent: 'AN.01.2' }), 'chỉ tiêu cấp trên của chỉ tiêu: AN.01.1'],
  [
    edited('indicators', 'AN.01', { direction: 'up' }),
    'chiều mong muốn, mã chính thức hoặc cách công bố của chỉ tiêu: AN.01',
  ],
  [
    edited('holidays', '2026-09-02', { kind: 'makeup_workday' }),
    'tên hoặc loại của ngày nghỉ, ngày làm bù: 2026-09-02',
  ],
  [edited('holidays', '2026-09-02', { note: 'ghi thêm' }), 'nguồn hoặc ghi chú của ngày nghỉ, ngày làm bù: 2026-09-02'],
  ...[{ kind: 'unconfirmed' }, null].map(
    (change) =>
      [
        edited('holidays', '2026-09-02', change),
        'ngày nghỉ, ngày làm bù không còn trong tệp hoặc thành chưa xác nhận: 2026-09-02',
      ] as const,
  ),
  [
    edited('planVersions', 'hdnd-2025', { issued_on: '2024-12-10' }),
    'cấp giao, tên, văn bản hoặc ngày của bản kế hoạch: hdnd-2025',
  ],
  [edited('planVersions', 'hdnd-2025', { source: 'nguồn khác' }), 'nguồn của bản kế hoạch: hdnd-2025'],
  [withForm({ source: 'nguồn khác' }), 'nguồn của biểu: TTT-01'],
  [withRule({ severity: 'hard' }), `nội dung hoặc ngày bắt đầu của quy tắc kiểm tra: ${rule}`],
  [withRule({ from: '2026-01-01' }), `nội dung hoặc ngày bắt đầu của quy tắc kiểm tra: ${rule}`],
  [withRule({ source: 'nguồn khác' }), `nguồn của quy tắc kiểm tra: ${rule}`],
  [{ ...reference, checkRules: reference.checkRules.slice(1) }, `quy tắc kiểm tra không còn trong tệp: ${rule}`],
  [withRegime({ figuresCalendar: 'administrative' }), 'loại, kỳ hoặc lịch của chế độ: BC-KTXH-THANG'],
  [withRegime({ outline: 'I. Khác' }), 'tên, nội dung hoặc văn bản của chế độ: BC-KTXH-THANG'],
  [withRegime({ consolidatedReceiver: 'VP-UBND' }), 'nơi nhận của chế độ: BC-KTXH-THANG'],
  [withRegime({ opensDay: 14 }), 'ngày mở hoặc hạn của chế độ: BC-KTXH-THANG'],
  [withRegime({ consolidatedPath: 'standard' }), 'đường đi của chế độ: BC-KTXH-THANG'],
  [withRegime({ consolidatedForm: 'NN-01' }), 'biểu tổng hợp của chế độ: BC-KTXH-THANG'],
  [withRegime({ source: 'nguồn khác' }), 'nguồn của chế độ: BC-KTXH-THANG'],
  // Its layout is taken over, and again when the file is as it was: so it comes last.
  [withForm({ title: 'Tên khác' }), 'tên của biểu trong danh sách biểu: TTT-01'],
] as const)
  test(`told is: ${expected}`, async () => {
    assert.deepEqual(lines(await loadReference(owner, files)), [expected])
  })

test('nothing of all that was taken: each was told alone, and the files as they were tell nothing', async () => {
  assert.deepEqual(lines(await loadReference(owner)), [])
})

test('a subject the file has no more is told, with what only it reported', async () => {
  const subjects = (regime?.subjects ?? []).filter(({ agency }) => agency !== 'TTT')
  const [subject, assigned, ...others] = lines(await loadReference(owner, withRegime({ subjects })))
  assert.equal(subject, 'đối tượng và biểu của chế độ: BC-KTXH-THANG TTT TTT-01')
  assert.match(assigned ?? '', /^giao chỉ tiêu theo biểu của chế độ: \S+ 83/)
  assert.deepEqual(others, [])
})

test('a regime and a form the file has no more are told, and all that hangs on them is not', async () => {
  assert.deepEqual(lines(await loadReference(owner, { ...reference, regimes: [] })), [
    'chế độ không còn trong tệp: BC-KTXH-THANG',
  ])
  const subjects = (regime?.subjects ?? []).filter(({ agency }) => agency !== 'TTT')
  const forms = reference.forms.filter(({ layout }) => layout.code !== 'TTT-01')
  const told = lines(await loadReference(owner, { ...withRegime({ subjects }), forms }))
  assert.ok(told.includes('biểu không còn trong tệp: TTT-01'), told.join('\n'))
})

test('an indicator the file has no more is told', async () => {
  await owner.query(`insert into indicators (code, source) values ('ZZ.01', 'tệp cũ')`)
  assert.deepEqual(lines(await loadReference(owner)), ['chỉ tiêu không còn trong tệp: ZZ.01'])
  await owner.query(`delete from indicators where code = 'ZZ.01'`)
})

for (const [what, harm, mend] of [
  [
    'giao chỉ tiêu theo biểu của chế độ: NN.03 836',
    `update assignments s set agency_id = (select g.id from agencies g where g.code = 'UBND-829') from indicators i, areas a
      where i.id = s.indicator_id and a.id = s.area_id and (i.code, a.code) = ('NN.03', '836')`,
    `update assignments s set agency_id = (select g.id from agencies g where g.code = 'UBND-836') from indicators i, areas a
      where i.id = s.indicator_id and a.id = s.area_id and (i.code, a.code) = ('NN.03', '836')`,
  ],
  [
    'bước của đường đi: standard draft submit',
    `update workflow_transitions set needs = '{}' where (path, from_state, verb) = ('standard', 'draft', 'submit')`,
    `update workflow_transitions set needs = '{complete}' where (path, from_state, verb) = ('standard', 'draft', 'submit')`,
  ],
] as const)
  test(`where a migration is missing, told is: ${what}`, async () => {
    await owner.query(harm)
    assert.deepEqual(lines(await loadReference(owner)), [what])
    await owner.query(mend)
    assert.deepEqual(await loadReference(owner), [])
  })

test('a file that no longer sets the deadline of the whole is told', async () => {
  const trial = await testDatabase()
  await loadReference(trial.owner)
  const rule = { kind: 'dayOfMonth', monthOffset: 0, day: 25, time: '17:00', onDayOff: 'next' }
  const consolidatedDeadline = { rule, act: 'Công văn số 12/UBND-TH', source: 'Công văn', confidence: 'sourced' }
  assert.deepEqual(lines(await loadReference(trial.owner, withRegime({ consolidatedDeadline }))), [])
  assert.deepEqual(lines(await loadReference(trial.owner)), [
    'chế độ mà tệp không còn đặt hạn gửi báo cáo tổng hợp: BC-KTXH-THANG',
  ])
})

test('what was changed on purpose is not told', async () => {
  const trial = await testDatabase()
  await loadReference(trial.owner)
  await trial.owner.query(`
    insert into accounts (login, display_name, password_hash) values ('vy', 'Vy', '');
    update agencies set contact_name = 'Người mới', contact_phone = '1' where code = 'SCT';
    insert into agencies (code, kind) values ('MOI', 'department');
    insert into areas (code, level, kind) values ('29999', 'commune', 'Xã');
    insert into holidays (day, name, kind) values ('2026-12-31', 'Nghỉ theo quyết định của tỉnh', 'off');
    update area_names n set valid_to = '2026-06-30' from areas a where a.id = n.area_id and a.code = '829';
    insert into area_names (area_id, name, valid_from) select a.id, 'Tên mới', '2026-07-01' from areas a where a.code = '829';
    update areas set valid_to = '2026-06-30' where code = '837';
    update assignments s set valid_to = '2026-06-30' from areas a where a.id = s.area_id and a.code = '836';
    insert into assignments (regime_id, indicator_id, area_id, agency_id, valid_from, act)
      select s.regime_id, s.indicator_id, s.area_id, g.id, '2026-07-01', 'Quyết định của tỉnh'
      from assignments s join areas a on a.id = s.area_id join agencies g on g.code = 'CTK' where a.code = '836';
    update check_rule_versions v set condition = '[x] >= 1', account_id = (select id from accounts), agency_id = 1
      from check_rules r where r.id = v.rule_id and v.state = 'draft'`)
  assert.deepEqual(await loadReference(trial.owner), [])
})

test('codes are named up to ten, each kind on a line between what they are and what to do', () => {
  const found = Array.from({ length: 12 }, (_, at) => ({ kind: 'area.name' as const, code: `8${29 + at}` }))
  assert.deepEqual(differencesTold([{ kind: 'holiday.kind', code: '2026-09-02' }, ...found.toReversed()]), [
    'Tệp danh mục khác với cơ sở dữ liệu mà chưa được nạp:',
    '  tên của địa bàn: 829, 830, 831, 832, 833, 834, 835, 836, 837, 838 và 2 mục khác',
    '  tên hoặc loại của ngày nghỉ, ngày làm bù: 2026-09-02',
    'Cơ sở dữ liệu vẫn như cũ. Hãy đổi nó bằng một bước di trú, hoặc sửa tệp cho khớp; xem docs/domain/catalogue.md.',
  ])
  assert.deepEqual(differencesTold([]), [])
})
