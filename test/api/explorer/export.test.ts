/** A table taken along as csv. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { number } from '#core/quantity/cell-value.ts'
import { say } from '../../builders/said-figures.ts'
import { testDatabase } from '../../db.ts'
import { demonstration, demonstrationNow } from '../../seeded.ts'
import { testApp } from '../app.ts'
import { signIn } from '../client.ts'

const db = await testDatabase({ seed: demonstration })
await db.setClock(demonstrationNow)
// Before the catalogue is asked for the first time: it is remembered.
await db.owner.query(
  `update area_names set name = '=HYPERLINK("http://x")' where area_id = (select id from areas where code = '831')`,
)
const app = await testApp(db)
const phuc = await signIn(app, 'phuc')

const q = 'v1 indicators NN.12.2 areas 83 836 periods 2025-YTD08 2026-YTD08 compare last-year'

async function file(more: Record<string, string> = {}, text = q) {
  const path = `/api/explorer/export?${new URLSearchParams({ q: text, ...more })}`
  const answer = await app.inject({ url: path, headers: { cookie: phuc.cookie } })
  return { ...answer, lines: answer.body.split('\r\n') }
}

test('one figure a line: named columns, code and name, measure, vintage, level and time of reading in every line', async () => {
  const { statusCode, headers, body, lines } = await file()
  assert.equal(statusCode, 200)
  assert.equal(headers['content-type'], 'text/csv; charset=utf-8')
  assert.match(String(headers['content-disposition']), /attachment/u)
  assert.ok(body.startsWith('\ufeffMã chỉ tiêu,Chỉ tiêu,Đơn vị tính,'))
  assert.equal(lines.length, 1 + 4 + 1)
  const [head = '', , second = ''] = lines
  assert.equal(second.split(',').length, head.split(',').length)
  assert.match(
    second,
    /^NN\.12\.2,[^,]+,tấn,83,Tỉnh Bến Tre,2026-YTD08,8 tháng năm 2026,dương lịch,tốt nhất hiện có,số chính,217311,,ước,đã tiếp nhận,Sở NN&PTNT,,2\.777646402255,2026-09-16T/u,
  )
})

test('as the table lies: a column for each of its columns', async () => {
  const { lines } = await file({ shape: 'wide' })
  assert.match(
    lines[0] ?? '',
    /^\ufeffĐịa bàn,[^,]+\(tấn\) \| 2025-YTD08,[^,]+ \| 2026-YTD08,[^,]+ \| Tăng giảm so cùng kỳ \(%\),Mức,Đọc lúc,/u,
  )
  assert.match(lines[1] ?? '', /^Tỉnh Bến Tre,211438,217311,2\.777646402255,đã tiếp nhận,2026-09-16T/u)
})

test('as the table lies, a sum that is not the whole is told with what it lacks', async () => {
  await say(db.owner, { by: 'UBND-836' }, [
    { indicator: 'NN.12.2', area: '836', period: '2012-01', as: 'official', value: number('5') },
  ])
  const { lines } = await file({ shape: 'wide' }, 'v1 indicators NN.12.2 areas 83 836 periods 2012-01')
  assert.match(lines[0] ?? '', /,Thiếu phần$/u)
  assert.match(lines[1] ?? '', /^Tỉnh Bến Tre,5,.*2012-01: .*Huyện Bình Đại/u)
  assert.match(lines[2] ?? '', /^Huyện Ba Tri,5,.*,$/u)
})

test('with Vietnamese numbers columns are split by semicolons, as a spreadsheet set to Vietnamese opens them', async () => {
  const { lines } = await file({ shape: 'wide', numbers: 'vi' })
  assert.match(lines[1] ?? '', /^Tỉnh Bến Tre;211438;217311;"2,777646402255";đã tiếp nhận;/u)
})

test('what is absent is empty, with its reason in the column beside it', async () => {
  const { lines } = await file({}, 'v1 indicators NN.12.2 areas 836 periods 2019-01')
  assert.match(lines[1] ?? '', /,số chính,,chưa có số,/u)
})

test('a name that a spreadsheet would run is neutralised', async () => {
  const { body } = await file({}, 'v1 indicators NN.12.2 areas 831 periods 2026-YTD08')
  assert.match(body, /,831,"'=HYPERLINK\(""http:\/\/x""\)",/u)
})

test('a table that cannot be made is refused as on the screen, and no file comes', async () => {
  const { statusCode, headers } = await file({}, 'v1 indicators NN.03')
  assert.equal(statusCode, 422)
  assert.match(String(headers['content-type']), /problem\+json/u)
})

test('who took which table stands in the journal', async () => {
  await file()
  const { rows } = await db.owner.query<{ object: string; login: string }>(
    `select e.object, a.login from audit_events e join accounts a on a.id = e.account_id
     where e.action = 'explorer.export' order by e.id desc limit 1`,
  )
  assert.deepEqual(rows, [{ object: q, login: 'phuc' }])
})
