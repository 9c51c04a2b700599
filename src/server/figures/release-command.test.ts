/** `npx baocao release`, from the words of the terminal to what people see, hear and find in the journal. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FigureExplanation } from '#contract/explanation.ts'
import { testApp } from '#test/api/app.ts'
import { Journey } from '#test/builders/journey.ts'
import { aProvince, submissionOf } from '#test/builders/province.ts'
import { readTable } from '#test/builders/province-table.ts'
import { releaseIn } from '#test/builders/releases.ts'
import { type Answered, atTerminal } from '#test/builders/terminal.ts'
import { databaseNow } from '../platform/clock.ts'
import { releaseCall, runRelease } from './index.ts'

const db = await aProvince()
const app = await testApp(db)
const journey = new Journey(app)
const head = 'pheduyet.ctk'
/** A moment at which everybody read the figure. */
let whenShown = ''
const iip = 'CN.01 (Chỉ số sản xuất công nghiệp (IIP) so cùng kỳ), tháng 9/2026'

const release = (...args: readonly string[]): Promise<Answered> =>
  atTerminal(releaseCall, args, (asked, say) => runRelease(db.pool, asked, say))

const set = (at: string, { indicator = 'CN.01', period = '2026-09', by = head } = {}) =>
  release(indicator, '--period', period, '--at', at, '--by', by)
const cancel = (indicator = 'CN.01', by = head) => release(indicator, '--period', '2026-09', '--cancel', '--by', by)

/** What the database holds that a command may write. */
async function written() {
  const { rows } = await db.pool.query(
    `select (select json_agg(to_jsonb(r) order by r) from releases r) as releases,
            (select count(*)::int from audit_events) as events, (select max(c.id) from changes c) as changes`,
  )
  return rows[0]
}

/** Topics and payloads of the feed since the last time asked. */
async function heard(): Promise<readonly string[]> {
  const { rows } = await db.owner.query<{ said: string }>(
    `with gone as (delete from changes returning id, topic, agency_id, level, payload)
     select concat_ws(' ', topic, agency_id, level, payload) as said from gone order by id`,
  )
  return rows.map(({ said }) => said)
}

async function journalled(): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ said: string }>(
    `select concat_ws(' ', a.login, g.code, e.role, e.action, e.object, e.reason) as said from audit_events e
     join accounts a on a.id = e.account_id join agencies g on g.id = e.agency_id
     where e.action like 'release.%' order by e.id`,
  )
  return rows.map(({ said }) => said)
}

const seen = async () => (await readTable(journey, { reading: 'accepted' })).said('b1', 'estimate')

/** As whoever looks the figure up reads it: number, or why there is none. */
async function lookedUp(indicator: string, asOf?: string): Promise<string> {
  const place = { indicator, area: '83', period: '2026-09' }
  const query = new URLSearchParams({ ...place, ...(asOf !== undefined && { asOf }) })
  const { body } = await (await journey.as('phuc')).get<FigureExplanation>(`/api/figures/explain?${query}`)
  const { value } = body.node
  return value.kind === 'number' ? value.value : value.kind
}

test('with nothing to come the list says so', async () => {
  assert.deepEqual(await release(), { isGood: true, said: 'Không có giờ công bố nào sắp tới.' })
})

for (const at of [
  '31/02/2026 09:00',
  '2026-02-31 09:00',
  '06/10/2026 25:00',
  '06/10/2026 24:00',
  '06/10/26 09:00',
  '10/13/2026 09:00',
  '06/10/2026',
  '2026-10-06T09:00:00Z',
  '9 giờ sáng mai',
  '',
])
  test(`«${at}» is no moment`, async () => {
    const before = await written()
    const { isGood, said } = await set(at)
    assert.equal(isGood, false)
    assert.match(said, /không phải một ngày giờ có thật.* 06\/07\/2026 09:00/)
    assert.deepEqual(await written(), before)
  })

for (const [what, asked, says] of [
  ['a moment that is past', () => set('16/09/2026 14:31'), /^14:31 ngày 16\/09\/2026 đã qua \(bây giờ là 14:32/],
  ['an unknown indicator', () => set('06/10/2026 09:00', { indicator: 'CN.99' }), /Không có chỉ tiêu «CN\.99»/],
  [
    'an unknown period',
    () => set('06/10/2026 09:00', { period: 'tháng 9' }),
    /Không có kỳ «tháng 9» trong các năm 2010/,
  ],
  ['a period of no figures', () => set('06/10/2026 09:00', { period: '1926-09' }), /Không có kỳ «1926-09»/],
  ['who only enters figures there', () => set('06/10/2026 09:00', { by: 'thu' }), /«thu» không có vai trò đó/],
  ['who consolidates', () => set('06/10/2026 09:00', { by: 'phuc' }), /người phê duyệt tại Cục Thống kê/],
  ['the head of another agency', () => set('06/10/2026 09:00', { by: 'hoa' }), /«hoa» không có vai trò đó/],
  ['nobody we know', () => set('06/10/2026 09:00', { by: 'không ai' }), /«không ai» không có vai trò đó/],
  ['to cancel where nothing waits', () => cancel(), /CN\.01, 2026-09, không có giờ công bố nào đang chờ/],
  ['to cancel what is another’s', () => cancel('CN.01', 'hoa'), /«hoa» không có vai trò đó/],
] as const)
  test(`refused is ${what}, and nothing is written`, async () => {
    const before = await written()
    const { isGood, said } = await asked()
    assert.equal(isGood, false)
    assert.match(said, says)
    assert.deepEqual(await written(), before)
  })

const whole = ['CN.01', '--period', '2026-09', '--by', head] as const
for (const [args, says] of [
  [[...whole], /^Hãy ghi --at để đặt giờ, hoặc --cancel/],
  [[...whole, '--at', '06/10/2026 09:00', '--cancel'], /^Hãy ghi --at để đặt giờ, hoặc --cancel/],
  [[...whole, '--at', '06/10/2026 09:00', '--dry-run'], /^Không có tùy chọn --dry-run[.] Các tùy chọn: --period/],
  [[...whole, '--cancle'], /^Không có tùy chọn --cancle/],
  [[...whole, '--cancel=true'], /^--cancel không có giá trị/],
  [[...whole, '--at', '06/10/2026', '09:00'], /^Thừa «09:00»/],
  [['--period', '2026-09', '--by', head, '--cancel'], /^Thiếu mã chỉ tiêu/],
  [['CN.01', '--by', head, '--cancel'], /^Thiếu .*--period/],
  [['CN.01', '--period', '2026-09', '--cancel'], /^Thiếu .*--by/],
  [['CN.01'], /^Thiếu/],
] as const)
  test(`«${args.join(' ')}» is answered with how to write it, and nothing is written`, async () => {
    const before = await written()
    const { isGood, said } = await release(...args)
    assert.equal(isGood, false)
    assert.match(said, says)
    assert.match(said, /\nCách dùng:/)
    assert.deepEqual(await written(), before)
  })

test('a figure that everybody reads is hidden at once from all but its agency, and the answer says that it was shown', async () => {
  await journey.bring('CTK', await submissionOf(db.pool, 'CTK'), 'accepted', { 'a1.estimate': '107.35' })
  assert.equal(await seen(), '107.35')
  whenShown = await databaseNow(db.pool)
  assert.equal(await lookedUp('CN.01', whenShown), '107.35')
  await heard()
  const { isGood, said } = await set('06/10/2026 09:00')
  assert.ok(isGood, said)
  const [done, warning, ...more] = said.split('\n')
  assert.equal(done, `Đã đặt giờ công bố của ${iip}: 09:00 ngày 06/10/2026.`)
  assert.match(warning ?? '', /^Lưu ý: 1 số của kỳ này cả tỉnh đã xem được cho đến lúc này\. Từ bây giờ chúng bị ẩn/)
  assert.deepEqual(more, [])
  assert.equal(await seen(), 'absent')
  assert.equal(await lookedUp('CN.01', whenShown), 'none', 'nor by asking for a moment ago')
  const told = 'accepted {"periods": ["2026-09"], "indicator": "CN.01"}'
  assert.deepEqual(await heard(), [`figures ${told}`, `submission ${told}`])
})

test('the same time again changes nothing', async () => {
  const before = await written()
  assert.equal(
    (await set('2026-10-06 9h00')).said,
    `Giờ công bố của ${iip} đã là 09:00 ngày 06/10/2026; không thay đổi gì.`,
  )
  assert.deepEqual(await written(), before)
})

test('a time that waits is moved, also to an earlier one; nobody saw the figure, so nothing is said of that', async () => {
  const { said } = await set('2026-10-05 17:30')
  assert.equal(said, `Đã dời giờ công bố của ${iip}: từ 09:00 ngày 06/10/2026 sang 17:30 ngày 05/10/2026.`)
  assert.equal(await seen(), 'absent')
})

test('the list names what comes, in the order in which it comes, and who set it', async () => {
  await releaseIn(db.owner, 3_600, { indicator: 'CN.04', span: ['2026-09-01', '2026-09-30'] })
  const { said } = await release()
  assert.deepEqual(
    said.split('\n').map((line) => line.split(/ {2,}/)),
    [
      ['Chỉ tiêu', 'Tên', 'Kỳ', 'Giờ công bố', 'Người đặt'],
      [
        'CN.04',
        'Chỉ số sử dụng lao động của doanh nghiệp công nghiệp',
        '2026-09',
        '15:32 ngày 16/09/2026',
        '(đặt trong cơ sở dữ liệu)',
      ],
      [
        'CN.01',
        'Chỉ số sản xuất công nghiệp (IIP) so cùng kỳ',
        '2026-09',
        '17:30 ngày 05/10/2026',
        'pheduyet CTK (pheduyet.ctk)',
      ],
    ],
  )
  const starts = said.split('\n').map((line) => line.search(/2026-09|Kỳ/))
  assert.equal(new Set(starts).size, 1)
})

test('cancelled, the figure is shown at once and told as released, once; views of before stay without it', async () => {
  await heard()
  const whenHidden = await databaseNow(db.pool)
  const { said } = await cancel()
  assert.equal(
    said,
    `Đã bỏ giờ công bố của ${iip}; trước đó là 17:30 ngày 05/10/2026.\n1 số đã tiếp nhận xem được từ lúc này.`,
  )
  assert.deepEqual(await Promise.all([seen(), lookedUp('CN.01')]), ['107.35', '107.35'])
  for (const asOf of [whenShown, whenHidden]) assert.equal(await lookedUp('CN.01', asOf), 'none')
  const told = 'accepted {"released": ["CN.01"]}'
  assert.deepEqual(await heard(), [`figures ${told}`, `submission ${told}`])
  const { rows } = await db.pool.query('select from releases where told_at is null or told_at < released_at')
  assert.equal(rows.length, 1, 'what is still to be told is the other one alone')
  assert.doesNotMatch((await release()).said, /CN\.01/)
})

test('the journal keeps who set, moved and cancelled it, from when to when', async () => {
  const act = (action: string) => `pheduyet.ctk CTK approver release.${action} release:CN.01 2026-09`
  assert.deepEqual(await journalled(), [
    `${act('set')} - → 2026-10-06T02:00:00.000Z`,
    `${act('move')} 2026-10-06T02:00:00.000Z → 2026-10-05T10:30:00.000Z`,
    `${act('cancel')} 2026-10-05T10:30:00.000Z → -`,
  ])
})

test('a computed indicator waits with one of its parts, no longer than that, and never alone', async () => {
  const ofFish = (indicator: string, at = '06/10/2026 09:00') => set(at, { indicator, by: 'hoa' })
  await journey.bring('SNNPTNT', await submissionOf(db.pool, 'SNNPTNT'), 'accepted', {
    'c11.estimate': '7250',
    'c12.estimate': '29480',
  })
  assert.equal(await lookedUp('NN.12'), '36730')
  const alone = await ofFish('NN.12')
  assert.match(alone.said, /^NN\.12 được tính theo công thức \[NN\.12\.1\] \+ \[NN\.12\.2\], mà không chỉ tiêu nào/)
  assert.match((await ofFish('NN.12.1')).said, /\nLưu ý: NN\.12 được tính từ chỉ tiêu này\./)
  assert.equal(await lookedUp('NN.12'), '36730', 'the agency said the total itself')
  assert.equal((await ofFish('NN.12', '06/10/2026 09:01')).isGood, false)
  assert.ok((await ofFish('NN.12')).isGood)
  assert.equal(await lookedUp('NN.12'), 'none')
  assert.doesNotMatch((await ofFish('NN.12.2')).said, /Lưu ý: NN/)
  assert.doesNotMatch((await cancel('NN.12.1', 'hoa')).said, /Lưu ý: NN/)
  assert.match((await cancel('NN.12.2', 'hoa')).said, /\nLưu ý: NN\.12 vẫn có giờ công bố riêng, nhưng/)
  assert.equal(await lookedUp('NN.12'), '36730')
})

test('a time that had come is set anew, and is told when it comes again', async () => {
  const { said } = await set('06/10/2026 09:00')
  assert.match(said, /^Đã đặt giờ công bố .*\nLưu ý: 1 số/)
  const { rows } = await db.pool.query<{ told: string | null }>(
    `select r.told_at as told from releases r join indicators i on i.id = r.indicator_id where i.code = 'CN.01'`,
  )
  assert.deepEqual(rows, [{ told: null }])
  assert.equal(await seen(), 'absent')
  await db.setClock('2026-10-06T02:00:00Z')
  const then = new Journey(app)
  assert.equal((await readTable(then, { reading: 'accepted' })).said('b1', 'estimate'), '107.35')
})
