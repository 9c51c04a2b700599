import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkIndicators } from './check-indicators.ts'

const inputs = [
  { code: 'NN.03', formula: '', measure: 'tấn' },
  { code: 'NN.18', formula: '', measure: 'ha' },
]

for (const [formula, measure, expected] of [
  ['[NN.03] * 10 / [NN.18]', 'tạ/ha', []],
  ['growth(ytd([NN.03]))', '%', []],
  ['[NN.03] / [NN.18]', 'tạ/ha', ['formula.declared-on-other-scale']],
  ['[NN.03] + [NN.18]', 'tấn', ['formula.measures-differ']],
  ['[NN.03] + [NN.99]', 'tấn', ['formula.unknown-indicator']],
  ['[NN.03] +', 'tấn', ['formula.ends-early']],
  ['[NN.03] > 1', '', ['formula.not-a-number']],
  ['vintage([NN.03]; "ước")', 'tấn', ['formula.unknown-vintage']],
  ['lastYear([X]) * 1.05', 'tấn', ['formula.cycle']],
] as const) {
  test(`${formula} in «${measure}» has ${expected.join(', ') || 'no problem'}`, () => {
    const found = checkIndicators([...inputs, { code: 'X', formula, measure }])
    assert.deepEqual(
      found.map(({ code, problem }) => [code, problem.code]),
      expected.map((code) => ['X', code]),
    )
  })
}
