import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aNode, anExplanation } from '#test/builders/province-rows.ts'
import { vi } from '../../platform/text/vi.ts'
import { questionText } from './question-text.ts'

const period = { label: '2026-09', name: 'tháng 9/2026', from: '2026-08-15', to: '2026-09-14' }
const other = {
  area: '',
  agency: 'Sở TC',
  value: { kind: 'number' as const, value: '4798' },
  difference: '56.9',
  level: 'accepted' as const,
  vintage: null,
}

for (const [name, explanation, expected] of [
  [
    'what is missing',
    anExplanation({ node: aNode({ value: { kind: 'none', reason: 'absent', of: [] } }) }),
    /chưa có số «Tổng thu/u,
  ],
  ['a number that looks odd', anExplanation(), /là 4\.741,1 tỷ đồng\. Đề nghị kiểm tra/u],
  ['a number on which agencies differ', anExplanation({ otherSources: [other] }), /lệch với số cơ quan khác/u],
] as const)
  test(`the question says: ${name}`, () => {
    const says = questionText(vi, explanation, period)
    assert.match(says, expected)
    assert.match(says, /tháng 9\/2026.*Lũy kế 9 tháng năm 2026/u)
  })
