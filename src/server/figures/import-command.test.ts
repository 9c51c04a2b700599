/** `npx baocao import`, from the file to what people read. */
import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { type Answered, atTerminal } from '#test/builders/terminal.ts'
import { testDatabase } from '#test/db.ts'
import { loadReference } from '../catalogue/index.ts'
import { importCall, runImport } from './index.ts'

const { pool, owner } = await testDatabase()
await loadReference(owner)
await owner.query(
  `with person as (insert into accounts (login, display_name, password_hash) values ('thu', 'Thu', 'x'), ('hoa', 'Hoa', 'x') returning id, login)
   insert into account_roles (account_id, agency_id, role, valid_from)
   select p.id, a.id, case p.login when 'thu' then 'reporter' else 'approver' end, '2020-01-01'
   from person p join agencies a on a.code = 'CTK'`,
)
const folder = mkdtempSync(path.join(tmpdir(), 'baocao-import-'))
const header = 'indicator,area,breakdown,period,scenario,vintage,value,note'

const importing = (...args: readonly string[]): Promise<Answered> =>
  atTerminal(importCall, args, (asked, say) => runImport(pool, asked, say))

function imported(text: string | Uint8Array, ...more: readonly string[]): Promise<Answered> {
  const file = path.join(folder, 'số liệu.csv')
  writeFileSync(file, text)
  return importing(file, '--agency', 'CTK', '--by', 'thu', '--level', 'accepted', ...more)
}

const written = async () => Number((await pool.query('select count(*) from reported_values')).rows[0]?.count)

test('a preview counts what would be done and names refused rows, and writes nothing', async () => {
  const rows = [
    'TM.01.1.2,83,,2026-05,actual,estimate,100.5,',
    'TM.01.1.2,83,,2026-06,actual,estimate,"1,234.5",',
    'TM.01.1.5,83,,2026-06,actual,estimate,"1.234,5",',
  ]
  const { isGood, said } = await imported([header, ...rows].join('\r\n'), '--dry-run')
  assert.equal(isGood, false)
  assert.match(said, /1 số mới, 0 số đổi, 0 số như cũ, 2 bị từ chối/)
  assert.match(said, /Dòng 3: «1,234\.5» có lẽ là 1234\.5\./)
  assert.match(said, /Dòng 4: «1\.234,5» có lẽ là 1234\.5\./)
  assert.equal(await written(), 0)
})

for (const option of ['--dryrun', '--dry-run=true', '-n', '--period'])
  test(`«${option}» is not understood, and nothing is written`, async () => {
    const { isGood, said } = await imported(`${header}\nTM.01.1.2,83,,2026-05,actual,estimate,100.5,`, option)
    assert.equal(isGood, false)
    assert.match(said, /\nCách dùng:/)
    assert.equal(await written(), 0)
  })

test('a good file is entered with its name as the source; the same file again changes nothing', async () => {
  const text = `\ufeff${header}\nTM.01.1.2,83,,2026-05,actual,estimate,100.5,"ghi chú, có phẩy"\nTM.01.1.5,83,,2026-05,actual,estimate,…,\n,,,,,,,\n\n`
  assert.match((await imported(text)).said, /^Đã nạp: 2 số mới, 0 số đổi, 0 số như cũ\.$/)
  const { rows } = await pool.query(
    `select e.source, r.kind, r.note, r.row_key, a.login from reported_value_revisions r
     join editions e on e.id = r.edition_id join accounts a on a.id = r.entered_by order by r.row_key`,
  )
  assert.deepEqual(rows, [
    { source: 'số liệu.csv', kind: 'number', note: 'ghi chú, có phẩy', row_key: '2', login: 'thu' },
    { source: 'số liệu.csv', kind: 'absent', note: '', row_key: '3', login: 'thu' },
  ])
  assert.match((await imported(text)).said, /vừa được nạp trước đó, nên không thay đổi gì/)
  assert.equal(await written(), 2)
})

test('a file taken back by loading the one before it again holds again', async () => {
  const file = (value: string) => `${header}\nTM.01.1.2,83,,2026-04,actual,estimate,${value},\n`
  const held = async () =>
    (
      await pool.query(
        `select trim_scale(v.accepted_value)::text as value from reported_values v join spans s on s.id = v.span_id
         where s.from_date = '2026-04-01' and s.to_date = '2026-04-30'`,
      )
    ).rows[0]?.value
  await imported(file('7'))
  await imported(file('70'))
  assert.equal(await held(), '70')
  assert.match((await imported(file('7'))).said, /^Đã nạp: 0 số mới, 1 số đổi, 0 số như cũ\./)
  assert.equal(await held(), '7')
})

for (const [name, text, expected] of [
  ['a column that is missing', 'indicator,area,period\nA,83,2026', /thiếu cột breakdown, scenario, vintage, value/],
  ['a row that is too short', `${header}\nTM.01.1.2,83`, /từ dòng 2: có 2 cột, đầu bảng có 8/],
  ['a quote that never closes', `${header}\n"TM.01.1.2,83`, /dấu nháy kép không đóng/],
  ['no row at all', `${header}\n`, /Không có số liệu nào để nạp/],
  [
    'a file in the code page of Windows',
    Buffer.from(`${header}\nTM.01.1.2,83,,2026-05,actual,estimate,1,ghi ch\xfa\n`, 'latin1'),
    /không phải văn bản UTF-8/,
  ],
] as const) {
  test(`${name} is refused in words`, async () => {
    const { isGood, said } = await imported(text)
    assert.equal(isGood, false)
    assert.match(said, expected)
  })
}

for (const [name, args, expected] of [
  ['an unknown agency', ['--agency', 'XX', '--by', 'thu', '--level', 'sent'], /Không có cơ quan «XX»/],
  ['an unknown level', ['--agency', 'CTK', '--by', 'thu', '--level', 'draft'], /^Không có mức «draft».*\nCách dùng/],
  [
    'an unknown period',
    ['--agency', 'CTK', '--by', 'thu', '--level', 'sent', '--period', 'tháng 5'],
    /không phải tên kỳ/,
  ],
  ['nobody who answers for it', ['--agency', 'CTK', '--level', 'sent'], /^Thiếu tệp, --agency, --by.*\nCách dùng/],
  [
    'somebody who does not enter figures there',
    ['--agency', 'CTK', '--by', 'hoa', '--level', 'sent'],
    /«hoa» không có vai trò nhập liệu tại CTK/,
  ],
] as const) {
  test(`${name} is told`, async () => {
    const file = path.join(folder, 'tệp.csv')
    writeFileSync(file, `${header}\nTM.01.1.2,83,,2026-05,actual,estimate,1,`)
    const { isGood, said } = await importing(file, ...args)
    assert.equal(isGood, false)
    assert.match(said, expected)
  })
}

test('of what is only sent, whoever receives the province’s reports is told', async () => {
  const file = path.join(folder, 'đã gửi.csv')
  writeFileSync(file, `${header}\nTM.01.1.2,83,,2026-03,actual,estimate,5,`)
  assert.ok((await importing(file, '--agency', 'CTK', '--by', 'thu', '--level', 'sent')).isGood)
  const { rows } = await pool.query(
    `select c.level, g.code from changes c join agencies g on g.id = c.receiver_id order by c.id desc limit 1`,
  )
  assert.deepEqual(rows, [{ level: 'sent', code: 'SKHDT' }])
})

test('a file with two columns of one name is refused: which of them is meant nobody can tell', async () => {
  const { isGood, said } = await imported(`${header},value\nTM.01.1.2,83,,2026-02,actual,estimate,5,,6`)
  assert.equal(isGood, false)
  assert.match(said, /dòng 1: có hai cột value\./)
})
