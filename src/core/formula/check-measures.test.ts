import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aFormula } from '#test/builders/formulas.ts'
import { checkMeasures } from './check-measures.ts'
import { referenceText } from './formula.ts'
import { parse } from './parser.ts'

const measures: Readonly<Record<string, string>> = {
  tan: 'tấn',
  ta: 'tạ',
  ha: 'ha',
  nghinha: 'nghìn ha',
  km2: 'km2',
  ty: 'tỷ đồng',
  trieu: 'triệu đồng',
  nguoi: 'người',
  ho: 'hộ',
  pt: '%',
  diem: 'điểm %',
  hk: 'nghìn HK',
  km: 'km',
  title: '',
}

function check(text: string, declared?: string) {
  const parsed = parse(text)
  assert.ok(parsed.ok, text)
  return checkMeasures({
    ast: parsed.ast,
    places: parsed.places,
    measureOf: (reference) => measures[referenceText(reference)],
    ...(declared !== undefined && { declared }),
  })
}

for (const [formula, measure] of [
  ['[tan] + [tan]', 'tấn'],
  ['[ty]', 'tỷ đồng'],
  ['[ty] + 5', 'tỷ đồng'],
  ['-abs([tan])', 'tấn'],
  ['round(sum([tan]; [tan]); 2)', 'tấn'],
  ['if([ha] > 0; [tan]; [tan])', 'tấn'],
  ['children(ytd(plan([tan]; "HĐND")))', 'tấn'],
  ['[tan] / [ha]', 'tấn/ha'],
  ['[tan] / [tan]', ''],
  ['[tan] / [tan] * 100', '%'],
  ['growth([ty])', '%'],
  ['share([ty]; [ty]) + [pt]', '%'],
  ['[tan] * 10 / [ha]', null],
  ['[tan] * 10 + [ta]', null],
  ['[tan] + [unknown]', null],
  ['[title] + [unknown]', null],
  ['2 + 3', null],
  ['[ty] * 0.3 + [ty]', 'tỷ đồng'],
  ['[pt] - [diem]', '%'],
  ['min([tan]; 1000)', 'tấn'],
  ['([km] * [km])^0.5', null],
] as const) {
  test(`${formula} is measured in ${measure === null ? 'what is not told' : `«${measure}»`}`, () => {
    const found = check(formula)
    assert.deepEqual(found.problems, [])
    assert.equal(found.measure, measure)
  })
}

for (const [formula, code, position, details] of [
  ['[ty] + [tan]', 'formula.measures-differ', 7, { left: 'tỷ đồng', right: 'tấn' }],
  ['[nghinha] + [ha]', 'formula.measures-on-other-scale', 12, { left: 'nghìn ha', right: 'ha', factor: '0.001' }],
  ['[ty] - [trieu]', 'formula.measures-on-other-scale', 7, { left: 'tỷ đồng', right: 'triệu đồng', factor: '0.001' }],
  ['[ta] + [tan]', 'formula.measures-on-other-scale', 7, { left: 'tạ', right: 'tấn', factor: '10' }],
  ['[ha] > [tan]', 'formula.measures-differ', 7, { left: 'ha', right: 'tấn' }],
  ['if([ha] > 0; [tan]; [ha])', 'formula.measures-differ', 20, { left: 'tấn', right: 'ha' }],
  ['max([tan]; [tan]; [nguoi])', 'formula.measures-differ', 18, { left: 'tấn', right: 'người' }],
  ['growth([tan]; [ha])', 'formula.measures-differ', 14, { left: 'tấn', right: 'ha' }],
  ['[tan] / [ha] + [tan]', 'formula.measures-differ', 15, { left: 'tấn/ha', right: 'tấn' }],
  ['[tan] + [tan] * 10 / [ha]', 'formula.measures-differ', 8, { left: 'tấn', right: 'kg/m2' }],
  ['1 / [nguoi] + [nguoi] * [nguoi]', 'formula.measures-differ', 14, { left: '1/người', right: 'người^2' }],
  ['[pt] + [ho]', 'formula.measures-differ', 7, { left: '%', right: 'hộ' }],
] as const) {
  test(`${formula} is refused with ${code}`, () => {
    const [found, ...others] = check(formula).problems
    assert.deepEqual([found?.code, found?.position, found?.details], [code, position, details])
    assert.deepEqual(others, [])
  })
}

test('a factor that converts makes two measures one', () => {
  assert.deepEqual(check('[nghinha] + [ha] * 0.001').problems, [])
  assert.deepEqual(check('[ha] + [nghinha] * 1000').problems, [])
  assert.deepEqual(check('[nghinha] + [ha] / 1000').problems, [])
})

for (const [formula, declared, problem, note] of [
  ['[tan] * 10 / [ha]', 'tạ/ha', undefined, undefined],
  ['[tan] / [ha]', 'tạ/ha', 'formula.declared-on-other-scale', undefined],
  ['[tan] * 100 / [ha]', 'tạ/ha', undefined, 'formula.factor-unproven'],
  ['[ty] * 1000 / [nguoi]', 'triệu đồng/người', undefined, undefined],
  ['[ho] / [ho] * 100', '%', undefined, undefined],
  ['[ho] / [ho]', '%', 'formula.declared-on-other-scale', undefined],
  ['[ho] / [ho] * 1000', '‰', undefined, undefined],
  ['[nguoi] / [km2]', 'người/km2', undefined, undefined],
  ['[nguoi] / [ha] * 100', 'người/km2', undefined, undefined],
  ['[hk] * [km]', 'nghìn HK.km', undefined, undefined],
  ['[tan] + [tan]', 'ha', 'formula.measure-not-declared', undefined],
  ['[ty] * 0.3', 'tỷ đồng', undefined, undefined],
  ['lastYear([pt]) - [pt]', 'điểm %', undefined, undefined],
  ['[unknown] * 2', 'tấn', undefined, undefined],
  ['[tan]', '', undefined, undefined],
] as const) {
  const verdict = problem ?? note ?? 'is accepted'
  test(`${formula} as an indicator in «${declared}»: ${verdict}`, () => {
    const found = check(formula, declared)
    assert.deepEqual([found.problems[0]?.code, found.notes[0]?.code], [problem, note])
  })
}

test('no formula crashes the check, whatever its measures', () => {
  const aMeasure = fc.constantFrom(...Object.values(measures), 'bé trai/100 bé gái', '1.000 cái', '//', '. .', 'nghìn')
  fc.assert(
    fc.property(aFormula, fc.array(aMeasure, { minLength: 5, maxLength: 5 }), aMeasure, (ast, given, declared) => {
      const measureOf = ({ code }: { readonly code: string }) => given[code.length % given.length]
      checkMeasures({ ast, places: new Map(), measureOf, declared })
    }),
    { numRuns: 1000 },
  )
})
