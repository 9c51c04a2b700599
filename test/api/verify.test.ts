import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { seal } from '#server/audit/jobs.ts'
import { verify } from '#server/audit/verify.ts'
import { openPool } from '#server/platform/database.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { bringVersion } from '../builders/version-way.ts'
import { setWholeDeadline } from '../builders/whole-deadline.ts'
import { testServerUrl } from '../server.ts'
import { testApp } from './app.ts'

const db = await aProvince()
await setWholeDeadline(db)
const journey = new Journey(await testApp(db))
const ids = { accepted: await submissionOf(db.pool, 'SNNPTNT'), sent: await submissionOf(db.pool, 'SYT') }
await journey.bring('SNNPTNT', ids.accepted, 'accepted')
await journey.bring('SYT', ids.sent, 'sent')
const { contentHash } = (await readTable(journey, { reading: 'accepted' })).whole
const pinning = { period: presentPeriod, reading: 'accepted', contentHash, note: '' }
await (await journey.as('phuc')).post(`/api/province/${regimeCode}/versions`, pinning)
await bringVersion(journey, { version: 1, last: 'send' })

const folder = mkdtempSync(path.join(tmpdir(), 'heads-'))
after(() => rmSync(folder, { recursive: true }))
const file = path.join(folder, 'evidence', 'heads.jsonl')
await seal(db.pool, file, 0)

const superuser = new URL(await testServerUrl())
superuser.pathname = new URL(db.url).pathname
const pool = openPool({ url: superuser.href, size: 1 })
after(() => pool.end())

/** Does it as an intruder with all rights would, looks, and undoes it. */
async function tamperedWith(...statements: readonly string[]): Promise<string | undefined> {
  await pool.query('set session_replication_role = replica')
  const saved = [
    'audit_entries',
    'audit_heads',
    'audit_events',
    'audit_seals',
    'cell_revisions',
    'cells',
    'submission_steps',
  ]
  saved.push(
    'consolidated_versions',
    'consolidated_version_steps',
    'submissions',
    'submission_snapshots',
    'reported_values',
    'reported_value_revisions',
  )
  for (const table of saved) await pool.query(`create temp table kept_${table} as table ${table}`)
  try {
    for (const statement of statements) await pool.query(statement)
    const { fault } = await verify(pool, file)
    return fault && `${fault.says} | ${fault.place}`
  } finally {
    for (const table of saved) {
      await pool.query(`delete from ${table}`)
      await pool.query(`insert into ${table} overriding system value table kept_${table}`)
      await pool.query(`drop table kept_${table}`)
    }
  }
}

const stream = `submission:${ids.accepted}`
/** Every hash of the stream and its head computed anew over what stands there now. */
const rechain = `
  with recursive chain as (
    select e.seq, sha256(convert_to(e.payload, 'UTF8')) as hash from audit_entries e where e.stream = '${stream}' and e.seq = 1
    union all
    select e.seq, sha256(c.hash || convert_to(e.payload, 'UTF8')) from chain c
      join audit_entries e on e.stream = '${stream}' and e.seq = c.seq + 1),
  moved as (update audit_entries e set hash = chain.hash from chain where e.stream = '${stream}' and e.seq = chain.seq),
  last as (select seq, hash from chain order by seq desc limit 1)
  update audit_heads h set seq = last.seq, hash = last.hash from last where h.stream = '${stream}'`
const lastSeq = `(select max(seq) from audit_entries where stream = '${stream}')`
const anyCell = `(select row_key || column_key from cells where submission_id = ${ids.accepted} and kind = 'number' order by 1 limit 1)`
const thatCell = `submission_id = ${ids.accepted} and row_key || column_key = ${anyCell}`

test('what nobody touched is whole, and everything was looked at', async () => {
  const { fault, entries, streams, anchors } = await verify(pool, file)
  assert.equal(fault, undefined)
  assert.ok(entries > 10)
  assert.equal(streams, 3)
  assert.equal(anchors, 4)
})

const tampering: readonly (readonly [string, readonly string[], RegExp])[] = [
  [
    'a changed value in the journal',
    [`update audit_entries set payload = replace(payload, '"value":"7"', '"value":"8"') where stream = '${stream}'`],
    /bị sửa.* #\d+$/,
  ],
  [
    'a deleted middle entry',
    [`delete from audit_entries where stream = '${stream}' and seq = 2`],
    /bị xóa giữa chừng.* #3$/,
  ],
  [
    'a deleted tail',
    [`delete from audit_entries where stream = '${stream}' and seq = ${lastSeq}`],
    /đã bị viết lại|bản ghi cuối bị xóa/,
  ],
  [
    'a deleted tail with the head moved back',
    [`delete from audit_entries where stream = '${stream}' and seq = ${lastSeq}`, rechain],
    /đã bị viết lại/,
  ],
  [
    'an inserted entry',
    [
      `insert into audit_entries select stream, seq + 1, at, payload, hash from audit_entries
       where stream = '${stream}' and seq = ${lastSeq}`,
    ],
    /bị chèn/,
  ],
  [
    'two entries changed over',
    [
      `update audit_entries set seq = -seq where stream = '${stream}' and seq in (2, 3)`,
      `update audit_entries set seq = 5 + seq where stream = '${stream}' and seq < 0`,
    ],
    /đổi chỗ.* #2$/,
  ],
  [
    'a whole chain written anew, with the cells to match',
    [
      `update audit_entries set payload = replace(payload, '"value":"7"', '"value":"8"') where stream = '${stream}'`,
      `update cell_revisions set value = 8 where submission_id = ${ids.accepted} and value = 7`,
      `update cells set value = 8 where submission_id = ${ids.accepted} and value = 7`,
      rechain,
    ],
    /mốc đã giữ ngoài cơ sở dữ liệu.* #\d+$/,
  ],
  ['a changed revision of a cell', [`update cell_revisions set value = 8 where ${thatCell}`], /lịch sử ô/],
  ['a deleted revision of a cell', [`delete from cell_revisions where ${thatCell}`], /lịch sử ô/],
  ['a changed cell', [`update cells set value = 8 where ${thatCell}`], /giá trị đang có của ô/],
  [
    'a changed step',
    [`update submission_steps set account_id = account_id + 1 where submission_id = ${ids.sent} and verb = 'approve'`],
    new RegExp(`bước đi.*submission:${ids.sent} bước 3`),
  ],
  [
    'a report made timely',
    [`update submissions set first_sent_at = first_sent_at - interval '1 day' where id = ${ids.sent}`],
    new RegExp(`giờ gửi.*submission:${ids.sent}`),
  ],
  ['a report called late', [`update submissions set is_late = true where id = ${ids.sent}`], /giờ gửi/],
  ['a report put back to draft', [`update submissions set state = 'draft' where id = ${ids.sent}`], /trạng thái/],
  ['another document number', [`update submissions set document_number = '9/BC' where id = ${ids.sent}`], /số văn bản/],
  [
    'a changed submitted content',
    [`update submission_snapshots set content = replace(content, '"7"', '"8"')`],
    /nội dung đã trình/,
  ],
  [
    'a changed published figure',
    [`update reported_values set accepted_value = 8 where accepted_value = 7`],
    /số liệu đang công khai không phải .* \| [A-Z]+\.\d.*, accepted$/,
  ],
  [
    'a published figure that reads as no number any more',
    [
      `update reported_values set accepted_kind = app.kind_letter('absent'), accepted_value = null where accepted_value = 7`,
    ],
    /số liệu đang công khai không phải/,
  ],
  [
    'a published figure put back to what an earlier edition said',
    [
      `insert into reported_value_revisions (indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage,
         agency_id, span_to, edition_id, kind, value) select r.indicator_id, r.span_id, r.area_id, r.breakdown_id, r.plan_version_id,
         r.vintage, r.agency_id, r.span_to, -1, r.kind, 3 from reported_value_revisions r
         join editions e on e.id = r.edition_id where e.submission_id = ${ids.accepted} and r.value = 7 limit 1`,
      `update reported_values v set accepted_edition_id = -1, accepted_value = 3 from reported_value_revisions r
        where r.edition_id = -1 and (v.indicator_id, v.span_id, v.area_id, v.agency_id, v.vintage)
            = (r.indicator_id, r.span_id, r.area_id, r.agency_id, app.vintage_letter(r.vintage))`,
    ],
    /số liệu đang công khai không phải/,
  ],
  [
    'a published figure taken away',
    [`delete from reported_values where accepted_value = 7`],
    /không còn đọc được: dòng đang công khai bị xóa/,
  ],
  [
    'a figure slipped into an edition that did not speak of it',
    [
      `insert into reported_value_revisions (indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage,
         agency_id, span_to, edition_id, kind, value) select r.indicator_id, r.span_id, a.id, r.breakdown_id, r.plan_version_id,
         r.vintage, r.agency_id, r.span_to, r.edition_id, r.kind, 3 from reported_value_revisions r
         join editions e on e.id = r.edition_id join areas a on a.id <> r.area_id
        where e.submission_id = ${ids.accepted} and r.value = 7 limit 1`,
      `insert into reported_values (indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, agency_id, span_to,
         sent_edition_id, sent_kind, sent_value, accepted_edition_id, accepted_kind, accepted_value)
       select r.indicator_id, r.span_id, r.area_id, r.breakdown_id, r.plan_version_id, app.vintage_letter(r.vintage), r.agency_id,
         r.span_to, r.edition_id, app.kind_letter(r.kind), r.value, r.edition_id, app.kind_letter(r.kind), r.value
       from reported_value_revisions r left join reported_values v using (indicator_id, span_id, area_id, breakdown_id, agency_id)
        where v.indicator_id is null and r.value = 3`,
    ],
    /lịch sử có số liệu nằm ngoài .*lần phát hành \d+$/,
  ],
  [
    'a computed figure changed in the history and in what is read',
    [
      `update reported_value_revisions set value = value + 1 where cell_revision is null and edition_id in
         (select id from editions where submission_id = ${ids.accepted})`,
      `update reported_values v set accepted_value = r.value, sent_value = r.value from reported_value_revisions r
        where r.cell_revision is null and r.edition_id = v.accepted_edition_id and (v.indicator_id, v.span_id, v.area_id,
          v.vintage, v.plan_version_id)
            = (r.indicator_id, r.span_id, r.area_id, app.vintage_letter(r.vintage), r.plan_version_id)`,
    ],
    new RegExp(`mã băm trong nhật ký .*submission:${ids.accepted} bản 1, lần gửi 1`),
  ],
  [
    'a changed figure in a pinned version',
    [`update consolidated_versions set content = replace(content, '"value":"7"', '"value":"8"')`],
    /bản tổng hợp đã chốt .*consolidation:.* bản 1$/,
  ],
  [
    'a changed figure in a pinned version, with its hash',
    [
      `update consolidated_versions set content = replace(content, '"value":"7"', '"value":"8"')`,
      `update consolidated_versions set content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')`,
    ],
    /bản tổng hợp đã chốt/,
  ],
  ['a pinned version taken away', ['delete from consolidated_versions'], /bản tổng hợp đã chốt/],
  [
    'a step of a version given to another person',
    [`update consolidated_version_steps set account_id = account_id + 1 where verb = 'approve'`],
    /bước đi của bản tổng hợp .* bước 3$/,
  ],
  ['a step of a version taken away', [`delete from consolidated_version_steps where verb = 'seal'`], /bước 4$/],
  [
    'another document number of a version',
    [`update consolidated_version_steps set document_number = '9' where verb = 'seal'`],
    /bước đi của bản tổng hợp .* bước 4$/,
  ],
  [
    'an approval moved to another content',
    [`update consolidated_version_steps set content_hash = 'khác' where verb = 'approve'`],
    /bước đi của bản tổng hợp .* bước 3$/,
  ],
  [
    'another deadline for a first sending',
    [`update consolidated_version_steps set due_at = due_at + interval '1 day' where verb = 'send'`],
    /bước đi của bản tổng hợp .* bước 5$/,
  ],
  ['a changed event', [`update audit_events set outcome = 'failed' where outcome = 'done'`], /nhật ký chung/],
  ['a deleted event', ['delete from audit_events where id = (select min(id) from audit_events)'], /nhật ký chung/],
]
for (const [what, statements, found] of tampering)
  test(`${what} is found`, async () => {
    assert.match((await tamperedWith(...statements)) ?? 'nothing found', found)
  })

test('after all that the records are whole again', async () => {
  assert.equal((await verify(pool, file)).fault, undefined)
})

test('what is written after a seal goes into the next, and heads that did not move are not repeated', async () => {
  assert.equal(await seal(db.pool, file, 0), 0)
  await journey.fill('lan', await submissionOf(db.pool, 'SNNPTNT')).catch(() => {})
  await (await journey.as('lan')).get('/api/changes', { 'x-acting-agency': 'SKHDT' })
  assert.equal(await seal(db.pool, file, 0), 1)
  assert.equal((await verify(pool, file)).fault, undefined)
})

test('a line changed in the file of heads is found', async () => {
  const text = readFileSync(file, 'utf8')
  const [first = ''] = text.split('\n')
  const other = first.replace(/"hash":"[0-9a-f]{64}"/, `"hash":"${createHash('sha256').update('x').digest('hex')}"`)
  writeFileSync(file, text.replace(first, other))
  assert.match((await verify(pool, file)).fault?.place ?? '', /dòng 2$/)
  writeFileSync(file, text)
})
