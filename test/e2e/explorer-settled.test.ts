/** What changed last, where it was somebody's choice among sources. */
import { test } from 'node:test'
import { presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { aWorld } from './world.ts'

const { db, journey, open } = await aWorld()

test('the panel says that a source was chosen, by whom and why', async () => {
  await journey.bring('SNNPTNT', await submissionOf(db.pool, 'SNNPTNT'), 'accepted', { 'x7.estimate': '1000' })
  await journey.bring('UBND-836', await submissionOf(db.pool, 'UBND-836'), 'accepted', { 'h3.estimate': '1100' })
  const figure = { period: presentPeriod, reading: 'accepted', row: 'a31', column: 'estimate', area: '836' }
  const settling = { ...figure, agency: 'SNNPTNT', scope: { kind: 'figure' }, reason: 'Đã đối chiếu' }
  await (await journey.as('phuc')).post(`/api/province/${regimeCode}/settlements`, settling)
  const q = `v1 indicators NN.03 areas 836 periods ${presentPeriod} show table rows indicator`
  const page = await open('phuc', `/explore?${new URLSearchParams({ q })}`)
  await page.locator('td[data-row="0"][data-column="0"]').click()
  const panel = page.getByRole('complementary', { name: 'Giải thích con số' })
  const change = panel.locator('.explain-part', { hasText: 'Đổi gì lần gần nhất' })
  await change.getByText(/^Chọn nguồn: Võ Hoàng Phúc, 16\/9.*: «Đã đối chiếu»$/u).waitFor()
  await change.getByText('1.100', { exact: true }).waitFor()
  await change
    .getByText(/^Trước đó theo Ủy ban nhân dân huyện Ba Tri: 1\.100; nay theo Sở Nông nghiệp.*: 1\.000$/u)
    .waitFor()
  await page.context().close()
})
