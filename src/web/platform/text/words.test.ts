import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exact } from '#core/quantity/exact.ts'
import { changeWords, differenceText, percentChange, percentOf } from './change-words.ts'
import { en } from './en.ts'
import { givenName, initials } from './moments.ts'
import { reportTitle } from './report-title.ts'
import { vi } from './vi.ts'

test('a report’s title does not say its kind of period twice', () => {
  assert.equal(reportTitle('Báo cáo kinh tế tháng', 'tháng 9/2026'), 'Báo cáo kinh tế tháng 9/2026')
  assert.equal(reportTitle('Báo cáo kinh tế', 'quý III/2026'), 'Báo cáo kinh tế, quý III/2026')
})

for (const [now, base, words] of [
  ['29480', '28020', 'tăng 5,2%'],
  ['860', '1250', 'giảm 31,2%'],
  ['100', '100.01', 'không đổi'],
] as const) {
  test(`${now} against ${base}: ${words}`, () => {
    const percent = percentChange(exact(now), exact(base))
    assert.equal(percent && changeWords(vi, percent), words)
  })
}

test('against zero there is no change in per cent', () => {
  assert.equal(percentChange(exact('5'), exact('0')), undefined)
  assert.equal(percentOf(exact('5'), exact('0')), undefined)
})

test('a difference carries its sign, a true minus for less', () => {
  assert.equal(differenceText(exact('9650'), exact('9560')), '+90')
  assert.equal(differenceText(exact('57.4'), exact('58.9')), '−1,5')
})

test('a person is called by the last word of the name', () => {
  assert.equal(givenName('Nguyễn Thị Lan'), 'Lan')
  assert.equal(initials('Nguyễn Thị Lan'), 'NL')
})

test('English counts one thing in the singular', () => {
  assert.equal(en.common.cells(1), '1 cell')
  assert.equal(en.common.cells(2), '2 cells')
})
