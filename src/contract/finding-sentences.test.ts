import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingSentence, type SaidFinding } from './finding-sentences.ts'

const rows: readonly (readonly [SaidFinding, string, string])[] = [
  [
    {
      code: 'finding.total-differs',
      details: { left: '1204', right: '1211', rightParts: '1.180 + 31', difference: '7', tolerance: '1.5' },
    },
    'Tổng 1.204 phải bằng 1.211 = 1.180 + 31; chênh 7 (làm tròn chỉ lệch đến 1,5).',
    'The total 1.204 must equal 1.211 = 1.180 + 31; difference 7 (rounding accounts for 1,5 at most).',
  ],
  [
    {
      code: 'finding.rule',
      details: {
        name: 'Thu hoạch không vượt gieo trồng',
        message: '',
        operator: '<=',
        left: '52.5',
        right: '50',
        difference: '2.5',
        tolerance: '0',
      },
    },
    'Thu hoạch không vượt gieo trồng: 52,5 phải không lớn hơn 50; chênh 2,5.',
    'Thu hoạch không vượt gieo trồng: 52,5 must be at most 50; difference 2,5.',
  ],
  [
    {
      code: 'finding.rule',
      details: {
        ...{ name: 'Thu hoạch', message: '', operator: '<=', left: '52.5', right: '50', difference: '2.5' },
        ...{ tolerance: '0', rightForms: '2' },
      },
    },
    'Thu hoạch: 52,5 phải không lớn hơn 50 (ở biểu 2); chênh 2,5.',
    'Thu hoạch: 52,5 must be at most 50 (on form 2); difference 2,5.',
  ],
  [
    {
      code: 'finding.rule',
      details: {
        ...{ name: 'Thu hoạch', message: '', operator: '=', left: '52', right: '50', difference: '2', tolerance: '0' },
        ...{ leftForms: '3', rightParts: '20 + 30', rightForms: '1, 2' },
      },
    },
    'Thu hoạch: 52 (ở biểu 3) phải bằng 50 = 20 + 30 (có số ở biểu 1, 2); chênh 2.',
    'Thu hoạch: 52 (on form 3) must equal 50 = 20 + 30 (with figures of form 1, 2); difference 2.',
  ],
  [
    {
      code: 'finding.large-change',
      details: { value: '80', base: '1000', percent: '-92', against: 'previous', threshold: '20' },
    },
    'Giảm 92% so với kỳ trước 1.000, vượt ngưỡng 20%. Hãy ghi giải trình.',
    'Down 92% against 1.000 the period before, beyond 20%. Write an explanation.',
  ],
  [
    {
      code: 'finding.large-change',
      details: { base: '1000', percent: '-92', against: 'previous', threshold: '20', note: 'Dịch tả' },
    },
    'Giảm 92% so với kỳ trước 1.000, vượt ngưỡng 20%. Đã giải trình.',
    'Down 92% against 1.000 the period before, beyond 20%. Explained.',
  ],
  [
    {
      code: 'finding.large-change',
      details: { base: '1000', percent: '-92', against: 'previous', threshold: '20', of: 'computed' },
    },
    'Giảm 92% so với kỳ trước 1.000, vượt ngưỡng 20%.',
    'Down 92% against 1.000 the period before, beyond 20%.',
  ],
  [
    { code: 'finding.base-differs', details: { left: '80', right: '100', difference: '20' } },
    'Cơ sở so sánh 80 khác số đang có 100; chênh 20. Hãy ghi giải trình.',
    'Comparison base 80 differs from the figure on record 100 by 20. Write an explanation.',
  ],
  [
    { code: 'finding.base-differs', details: { left: '80', right: '100', difference: '20', note: 'Cách tính mới' } },
    'Cơ sở so sánh 80 khác số đang có 100; chênh 20. Đã giải trình.',
    'Comparison base 80 differs from the figure on record 100 by 20. Explained.',
  ],
  [
    { code: 'finding.year-to-date-falls', details: { left: '80', right: '100', difference: '20' } },
    'Lũy kế 80 thấp hơn lũy kế kỳ trước 100; giảm 20. Nếu đúng, hãy ghi giải trình.',
    'Year to date 80 is below that of the period before 100 by 20. If right, explain it.',
  ],
  [
    {
      code: 'finding.year-to-date-falls',
      details: { left: '80', right: '100', difference: '20', note: 'Trả lại hàng' },
    },
    'Lũy kế 80 thấp hơn lũy kế kỳ trước 100; giảm 20. Đã giải trình.',
    'Year to date 80 is below that of the period before 100 by 20. Explained.',
  ],
  [
    {
      code: 'finding.year-to-date-differs',
      details: { left: '80', right: '100', difference: '20', tolerance: '0', note: 'Trả lại hàng' },
    },
    'Lũy kế 80, hệ thống tính 100; chênh 20.',
    'Year to date 80, computed 100; difference 20.',
  ],
]

for (const [finding, vi, en] of rows) {
  test(`${finding.code} names both sides: ${vi}`, () => {
    assert.equal(findingSentence(finding), vi)
    assert.equal(findingSentence(finding, 'en'), en)
  })
}
