import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { absent, number } from '#core/quantity/cell-value.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'
import { aFormula } from '#test/builders/formulas.ts'
import { type Formula, type Reference, referenceText } from './formula.ts'
import { parse } from './parser.ts'
import { print } from './printer.ts'
import { inFigures, inWords } from './words.ts'

function parsed(text: string): Formula {
  const result = parse(text)
  assert.ok(result.ok, JSON.stringify(result))
  return result.ast
}

const names: Readonly<Record<string, string>> = {
  'NN.01.1': 'Lúa Đông Xuân',
  'NN.01.2': 'Lúa Hè Thu',
  'NN.01.3': 'Lúa Mùa',
  'NN.03': 'Sản lượng',
  'NN.18': 'Diện tích thu hoạch',
  'TC.01': 'Thu ngân sách',
}
const nameOf = (reference: Reference): string => names[referenceText(reference)] ?? referenceText(reference)

for (const [formula, words] of [
  ['[NN.01.1] + [NN.01.2] + [NN.01.3]', 'Lúa Đông Xuân + Lúa Hè Thu + Lúa Mùa'],
  ['sum([NN.01.1]; [NN.01.2]; [NN.01.3])', 'Lúa Đông Xuân + Lúa Hè Thu + Lúa Mùa'],
  ['sum([NN.03]; [NN.18]) / 2', '(Sản lượng + Diện tích thu hoạch) chia 2'],
  ['[NN.03] * 10 / [NN.18]', 'Sản lượng × 10 chia Diện tích thu hoạch'],
  ['[NN.03] / ([NN.18] * 1000.5)', 'Sản lượng chia (Diện tích thu hoạch × 1.000,5)'],
  ['[NN.03] - ([NN.18] - 1)', 'Sản lượng − (Diện tích thu hoạch − 1)'],
  ['-[NN.03] + 2', '−Sản lượng + 2'],
  ['2 - -[NN.03]', '2 − (−Sản lượng)'],
  ['-2^2', '−(2 mũ 2)'],
  ['([a] * [b])^(1 / 2)', '(a × b) mũ (1 chia 2)'],
  ['round([NN.03] / 3; 2)', 'làm tròn (Sản lượng chia 3) đến 2 chữ số thập phân'],
  ['round([NN.03])', 'làm tròn Sản lượng đến hàng đơn vị'],
  ['round([NN.03]; -3)', 'làm tròn Sản lượng đến hàng nghìn'],
  ['if([a] >= 1 and not [b] = 2; [a]; 0)', 'nếu a ≥ 1 và không phải (b = 2) thì a, không thì 0'],
  ['1 + if([a] > 1; 1; 2)', '1 + (nếu a > 1 thì 1, không thì 2)'],
  ['max([a]; [b] + 1)', 'số lớn nhất trong (a; b + 1)'],
  ['abs([a] - [b])', 'giá trị tuyệt đối của (a − b)'],
  ['growth([TC.01])', 'tốc độ tăng của Thu ngân sách so với cùng kỳ năm trước'],
  ['ytd([TC.01]) / plan([TC.01]; "HĐND") * 100', 'lũy kế Thu ngân sách chia (kế hoạch «HĐND» của Thu ngân sách) × 100'],
  [
    'children([NN.03]) / children([NN.18])',
    'tổng Sản lượng của các địa bàn trực thuộc chia tổng Diện tích thu hoạch của các địa bàn trực thuộc',
  ],
  ['abs([a]) - [b]', '(giá trị tuyệt đối của a) − b'],
  ['share([a]; [b]) + [c]', '(tỷ trọng của a trong b) + c'],
  ['growth([a]) - 100', '(tốc độ tăng của a so với cùng kỳ năm trước) − 100'],
  ['round([a]; -3) * 2', '(làm tròn a đến hàng nghìn) × 2'],
  ['growth([a]; previous([b]))', 'tốc độ tăng của a so với b kỳ trước'],
  ['previous(growth([a]; [b]))', '(tốc độ tăng của a so với b) kỳ trước'],
  ['growth(ytd([TC.01]))', 'tốc độ tăng của lũy kế Thu ngân sách so với cùng kỳ năm trước'],
  ['ytd(vintage([a]; "estimate"))', 'lũy kế (a (ước))'],
  ['vintage(ytd([a]); "estimate")', '(lũy kế a) (ước)'],
  ['children(previous([a]))', 'tổng a kỳ trước của các địa bàn trực thuộc'],
  ['lastYear([a] / [b])', '(a chia b) cùng kỳ năm trước'],
  ['lastYear([a] + [b])', '(a + b) cùng kỳ năm trước'],
  ['vintage([a]; "estimate")', 'a (ước)'],
  ['index([TC.01])', 'chỉ số của Thu ngân sách so với cùng kỳ năm trước'],
  ['index([a]; previous([a]))', 'chỉ số của a so với a kỳ trước'],
  ['geomean([a]; [b] + 1)', 'trung bình nhân của (a; b + 1)'],
  ['share([NN.03])', 'tỷ trọng của Sản lượng trong toàn địa bàn cấp trên'],
  ['share([a]; [b] + [c])', 'tỷ trọng của a trong (b + c)'],
  ['children([a])', 'tổng a của các địa bàn trực thuộc'],
  ['at([a]; "831")', 'a tại địa bàn «831»'],
  ['previous([a])', 'a kỳ trước'],
] as const) {
  test(`${formula} is read «${words}»`, () => assert.equal(inWords(parsed(formula), nameOf), words))
}

for (const [formula, figures] of [
  ['[a] + [b] + [c]', '4.741,1 + 62,8 + 8,7'],
  ['[a] * 10 / [b]', '4.741,1 × 10 : 62,8'],
  ['[fall] + [a] - [fall]', '−3 + 4.741,1 − (−3)'],
  ['[fall] * 2', '(−3) × 2'],
  ['[a] + [gap]', '4.741,1 + …'],
] as const) {
  test(`${formula} in figures is «${figures}»`, () => {
    const values: Readonly<Record<string, string>> = { a: '4741.1', b: '62.8', c: '8.7', fall: '-3' }
    const resolve = ({ code }: Reference) => (values[code] === undefined ? absent : number(values[code]))
    const shown = inFigures(parsed(formula), resolve, (value) =>
      value.kind === 'number' && typeof value.value === 'string' ? formatVi(value.value) : '…',
    )
    assert.equal(shown, figures)
  })
}

test('every formula can be read out', () => {
  fc.assert(fc.property(aFormula, (formula) => inWords(formula, nameOf).length > 0))
})

/** Adding up reads alike however it is written. */
function asPlus(node: Formula): Formula {
  switch (node.kind) {
    case 'call': {
      const operands = node.operands.map(asPlus)
      if (node.name !== 'sum') return { ...node, operands }
      return operands.reduce((left, right) => ({ kind: 'arithmetic', operator: '+', left, right }))
    }
    case 'negate':
    case 'not':
      return { ...node, operand: asPlus(node.operand) }
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return { ...node, left: asPlus(node.left), right: asPlus(node.right) }
    case 'number':
    case 'string':
    case 'reading':
      return node
  }
}

const ofOne = [
  ...['-(@)', 'abs(@)', 'round(@)', 'round(@; -1)', 'min(@)', 'max(@)', 'geomean(@)', 'children(@)', 'ytd(@)'],
  ...['previous(@)', 'lastYear(@)', 'plan(@)', 'plan(@; "HĐND")', 'at(@; "831")', 'vintage(@; "estimate")'],
  ...['share(@)', 'growth(@)', 'index(@)', 'if(@ > 1; 1; 2)', 'if([a] > 1; @; 2)', 'if([a] > 1; 2; @)'],
]
const ofTwo = [
  ...['(@) + (#)', '(@) - (#)', '(@) * (#)', '(@) / (#)', '(@) ^ (#)', 'sum(@; #)', 'min(@; #)', 'share(@; #)'],
  ...['growth(@; #)', 'index(@; #)', 'if(not (@ > 1 and # > 1); 1; 2)', 'if(@ > 1 or # > 1; 1; 2)'],
]

test('formulas that differ read differently', () => {
  const fill = (shapes: readonly string[], parts: readonly string[]) =>
    shapes.flatMap((shape) => parts.map((part) => shape.replace('@', part).replace('#', '[b]')))
  const other = ofTwo.map((shape) => shape.replace('@', '[b]').replace('#', '@'))
  const shapes = [...ofOne, ...ofTwo, ...other]
  const simple = fill(shapes, ['[a]'])
  const twice = fill(shapes, simple)
  const thrice = fill(ofOne, fill(ofOne, fill(ofOne, ['[a]'])))
  const read = new Map<string, string>()
  for (const text of [...simple, ...twice, ...thrice]) {
    const formula = parsed(text)
    const [words, canonical] = [inWords(formula, nameOf), print(asPlus(formula))]
    assert.equal(read.get(words) ?? canonical, canonical, words)
    read.set(words, canonical)
  }
  assert.ok(read.size > 9000)
})
