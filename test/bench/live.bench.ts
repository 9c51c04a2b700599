/**
 * How long until an open screen shows a figure that was sent: the report goes out through one web program, the province's
 * table is open in a browser at another, both on one PostgreSQL. Counted from the answer to the sender until the number
 * stands on the screen, and beside it until the other program's stream told of it. A plain reading of the table, asked for
 * in the same rounds, says how busy the machine is.
 */
import { performance } from 'node:perf_hooks'
import type { FormView, SubmissionView } from '#contract/submissions.ts'
import { follow } from '../api/follow.ts'
import { Journey } from '../builders/journey.ts'
import { password } from '../cast.ts'
import { openBrowser } from '../e2e/browser.ts'
import { aPlace } from './place.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 50)
const target = { p95: 1_000 }
const agency = 'SNNPTNT'
const total = 'Tổng sản lượng thủy sản'

function percentile(of: readonly number[], part: number): number {
  const sorted = [...of].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}

function told(name: string, of: readonly number[]): string {
  const [p50, p95, most] = [percentile(of, 0.5), percentile(of, 0.95), Math.max(...of)]
  return `${name}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, most ${most.toFixed(0)} ms`
}

const place = await aPlace()
const near = place.web.address
const far = (await place.another()).address
const browser = await openBrowser()
try {
  const { rows } = await place.owner.query<{ id: string; period: string }>(
    `select s.id, s.period from submissions s join agencies g on g.id = s.agency_id where g.code = $1
     order by s.due_at desc limit 1`,
    [agency],
  )
  const { id = '', period = '' } = rows[0] ?? {}
  const journey = new Journey(far)
  const phuc = await new Journey(near).as('phuc')
  const page = await browser.newPage({ locale: 'vi-VN' })
  await page.goto(`${near}/sign-in?next=${encodeURIComponent(`/province/${period}?reading=provisional`)}`)
  await page.getByLabel('Tên đăng nhập').fill('phuc')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  const shown = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: total }) })
    .locator('[data-column="estimate"]')
  await shown.waitFor()
  const stream = await follow(near, phuc)

  await journey.fill('lan', id)
  const { forms } = await journey.view('lan', id)
  const formId = forms[0]?.id ?? 0
  const { cells } = await journey.form('lan', id, formId)
  const amount = (of: FormView['cells'], row: string) => {
    const value = of.find((cell) => cell.row === row && cell.column === 'estimate')?.value
    return value?.kind === 'number' ? Number(value.value) : 0
  }
  const farmed = amount(cells, 'c12')

  async function prepared(caught: number): Promise<SubmissionView> {
    const view = await journey.view('lan', id)
    if (view.state === 'sent') await journey.take('phuc', id, 'sendBack', { reason: 'Đo thời gian.', cells: [] })
    await journey.fill('lan', id, { 'c11.estimate': String(caught) }, null)
    await (await journey.as('hoa')).confirm()
    return journey.bring(agency, id, 'sealed')
  }

  const [onStream, onScreen, plain]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < rounds; round++) {
    const caught = 5_000 + round
    const { contentHash } = await prepared(caught)
    const expected = new Intl.NumberFormat('vi-VN').format(caught + farmed)
    const before = stream.changes.length
    const ngoc = await journey.as('ngoc')
    const answer = await ngoc.post(`/api/submissions/${id}/transitions`, { verb: 'send', contentHash })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    const began = performance.now()
    const heard = (async () => {
      while (stream.changes.length === before) await new Promise((next) => setTimeout(next, 5))
      onStream.push(performance.now() - began)
    })()
    await shown.filter({ hasText: expected }).waitFor()
    onScreen.push(performance.now() - began)
    await heard
    const asked = performance.now()
    await phuc.get(`/api/province/BC-KTXH-THANG?period=${period}&reading=provisional`)
    plain.push(performance.now() - asked)
  }
  stream.close()
  console.log(`${rounds} figures sent through one program, read at another`)
  console.log(told('on the other stream', onStream))
  console.log(told('on the open screen ', onScreen))
  console.log(told('a plain reading    ', plain))
  if (percentile(onScreen, 0.95) > target.p95) process.exitCode = 1
} finally {
  await browser.close()
  await place.close()
}
