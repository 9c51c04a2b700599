import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aNode, anExplanation } from '#test/builders/province-rows.ts'
import { setServerTime } from '../platform/clock.ts'
import { en } from '../platform/text/en.ts'
import { vi } from '../platform/text/vi.ts'
import { columnAndPeriod, differsFromAccepted, explanationText } from './explanation-text.ts'

// Days of another year than the present one are told with it.
setServerTime('2026-09-21T01:19:52Z')
const parts = [
  aNode({
    agency: 'Cục Thuế tỉnh',
    vintage: 'estimate',
    level: 'accepted',
    at: '2026-09-18T09:20:00Z',
    cell: {
      submissionId: '7',
      formId: 3,
      form: 'Thu ngân sách',
      row: 'a1',
      column: 'ytd',
      rowLabel: 'Thu nội địa',
      columnLabel: 'Lũy kế 9 tháng',
      revision: 2,
      enteredBy: { login: 'mai', name: 'Huỳnh Thị Mai', position: 'Chuyên viên' },
      enteredAt: '2026-09-17T03:42:00Z',
      origin: 'typed',
      note: 'bổ sung tiền sử dụng đất',
      canOpen: true,
    },
  }),
  aNode({ label: 'Thu khác', value: { kind: 'none', reason: 'absent', of: [] } }),
]
const explained = anExplanation({
  node: aNode({
    value: { kind: 'number', value: '4812.6' },
    formula: { words: 'Thu nội địa + Thu khác', figures: '4.741,1 + 71,5 = 4.812,6' },
    parts,
  }),
  acceptedOnly: { value: { kind: 'number', value: '4741.1' }, counted: 1, total: 2 },
  otherSources: [
    {
      area: '',
      agency: 'Sở TC',
      value: { kind: 'number', value: '4798' },
      difference: '14.6',
      level: 'accepted',
      vintage: 'estimate',
    },
  ],
})

test('the text goes from the number to the person who typed it', () => {
  assert.equal(
    explanationText(vi, explained),
    `Tổng thu ngân sách nhà nước · Lũy kế 9 tháng năm 2026: 4.812,6 tỷ đồng
Số tạm tính, lúc 08:19 21/09/2026
Chỉ tính phần đã tiếp nhận: 4.741,1, mới 1/2 phần
Lệch nguồn: Sở TC báo 4.798,0, chênh 14,6
Công thức: Thu nội địa + Thu khác
4.741,1 + 71,5 = 4.812,6
Từng phần:
- Thu nội địa: 4.741,1 tỷ đồng (Cục Thuế tỉnh, ước, tiếp nhận 18/9 16:20)
  Huỳnh Thị Mai nhập 17/9 10:42; Thu ngân sách, dòng «Thu nội địa», cột «Lũy kế 9 tháng»
  Ghi chú: bổ sung tiền sử dụng đất
- Thu khác: chưa có số`,
  )
})

test('the text is said in English too', () => {
  const [first, second] = explanationText(en, explained).split('\n')
  assert.equal(first, 'Tổng thu ngân sách nhà nước · Lũy kế 9 tháng năm 2026: 4.812,6 tỷ đồng')
  assert.match(second ?? '', /figures, as of 08:19 21\/09\/2026$/u)
})

test('a typed number has its origin and no parts', () => {
  const [part] = parts
  assert.ok(part)
  const text = explanationText(vi, anExplanation({ node: part }))
  assert.match(text, /Huỳnh Thị Mai nhập/u)
  assert.doesNotMatch(text, /Từng phần/u)
})

for (const [name, all, accepted, expected] of [
  ['the same number', '10', '10', false],
  ['another number', '12', '10', true],
  ['no number yet', '12', null, true],
] as const) {
  test(`the accepted part is told apart when it gives ${name}: ${expected}`, () => {
    const it = anExplanation({
      node: aNode({ value: { kind: 'number', value: all } }),
      acceptedOnly: {
        value: accepted === null ? { kind: 'none', reason: 'absent', of: [] } : { kind: 'number', value: accepted },
        counted: 1,
        total: 3,
      },
    })
    assert.equal(differsFromAccepted(it), expected)
  })
}

for (const [columnLabel, periodName, expected] of [
  ['Ước tháng 9', 'tháng 9/2026', 'Ước tháng 9/2026'],
  ['Lũy kế 9 tháng', '9 tháng năm 2026', 'Lũy kế 9 tháng năm 2026'],
  ['Lũy kế 6 tháng', '6 tháng đầu năm 2026', 'Lũy kế 6 tháng đầu năm 2026'],
  ['Kế hoạch năm', 'năm 2026', 'Kế hoạch năm 2026'],
  ['LK so CK (%)', '', 'LK so CK (%)'],
  ['Ước', 'quý III/2026', 'Ước, quý III/2026'],
] as const) {
  test(`«${columnLabel}» of «${periodName}» is «${expected}»`, () => {
    assert.equal(columnAndPeriod({ columnLabel, periodName }), expected)
  })
}
