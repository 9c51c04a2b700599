import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IndicatorSummary } from '#contract/catalogue.ts'
import { readTyped } from './read-typed.ts'

const indicator = (code: string, measure: string, formula = '') =>
  ({ code, name: `Chỉ tiêu ${code}`, measure, formula, valueKind: 'number' }) as IndicatorSummary
const indicators = [
  indicator('NN.02', 'tạ/ha', '[NN.03] * 10 / [NN.18]'),
  indicator('NN.03', 'tấn'),
  indicator('NN.18', 'ha'),
  indicator('TC.01', 'tỷ đồng'),
]
const breakdowns = [{ code: 'dong-xuan', name: 'Đông xuân' }]
const read = (text: string, code = 'NN.02', declared = 'tạ/ha') =>
  readTyped(text, { code, declared, indicators, breakdowns, plans: ['KH-2026'], language: 'vi' })

test('what is typed with a comma is kept in its canonical form and read in words', () => {
  const { canonical, words, problems } = read('[NN.03] × 10,0 ÷ [NN.18]')
  assert.deepEqual(problems, [])
  assert.equal(canonical, '[NN.03] * 10 / [NN.18]')
  assert.equal(words, 'Chỉ tiêu NN.03 × 10 chia Chỉ tiêu NN.18')
})

test('members are read by their names', () => {
  const { words } = read('[NN.03:dong-xuan] × 10 ÷ [NN.18]')
  assert.equal(words, 'Chỉ tiêu NN.03 (Đông xuân) × 10 chia Chỉ tiêu NN.18')
})

test('a plan is named by its code or by who sets it', () => {
  assert.deepEqual(read('plan([NN.03]; "KH-2026") * 10 / [NN.18]').problems, [])
  assert.deepEqual(read('plan([NN.03]; "HĐND") * 10 / [NN.18]').problems, [])
})

for (const [text, part, says] of [
  ['[NN.03] * ', '', /dang dở/],
  ['[NN.03] + [TC.01]', '[TC.01]', /khác loại đơn vị/],
  ['[NN.03] / [NN.99]', '[NN.99]', /chưa có chỉ tiêu «NN\.99»/],
  ['tong([NN.03])', 'tong', /Không có hàm «tong»/],
  ['[NN.03] > 1', '[NN.03] > 1', /điều kiện/],
  ['[NN.03] / [NN.03]', '[NN.03] / [NN.03]', /cho ra «số không có đơn vị tính», còn chỉ tiêu tính bằng «tạ\/ha»/],
  ['[NN.03] + [NN.03] / [NN.03]', '[NN.03] / [NN.03]', /giữa «tấn» và «số không có đơn vị tính»/],
  ['[NN.03:he-thu] * 10 / [NN.18]', '[NN.03:he-thu]', /không có phân tổ mã «he-thu»/],
  ['plan([NN.03]; "KH-2062") * 10 / [NN.18]', '"KH-2062"', /Không có kế hoạch «KH-2062»/],
  ['1.234 * [NN.03]', '1.234', /có thể hiểu là/],
] as const)
  test(`«${text}» is refused at «${part}»`, () => {
    const { problems, canonical } = read(text)
    const [first] = problems
    assert.ok(first)
    assert.equal(text.slice(first.position, first.position + first.length), part)
    assert.match(first.sentence, says)
    assert.equal(canonical, '')
  })

test('a formula that leads back to its own indicator is refused with the way round', () => {
  const { problems } = read('[NN.02] * [NN.18] / 10', 'NN.03', 'tấn')
  assert.match(problems.map(({ sentence }) => sentence).join(), /NN\.02 → NN\.03 → NN\.02/)
})

test('an empty text is no formula and no problem', () => {
  assert.deepEqual(read('  '), { canonical: '', words: '', problems: [], notes: [] })
})
