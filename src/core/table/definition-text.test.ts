import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  comparisons,
  emptyDefinition,
  type TableDefinition,
  tableAxes,
  tableReadings,
  tableShows,
} from './definition.ts'
import { parseDefinition, printDefinition } from './definition-text.ts'

function definitionOf(text: string): TableDefinition {
  const read = parseDefinition(text)
  assert.ok(read.ok, read.ok ? '' : `${read.problem.code} ${JSON.stringify(read.problem.details)}`)
  return read.definition
}

test('a definition is a line of words that says what is chosen and leaves out what is as usual', () => {
  const text = 'v1 indicators NN.12.2 NN.13.1 areas 83 districts-of-83 periods 2024-9M..2026-9M compare last-year share'
  assert.deepEqual(definitionOf(text), {
    ...emptyDefinition,
    indicators: ['NN.12.2', 'NN.13.1'],
    areas: [
      { kind: 'one', code: '83' },
      { kind: 'districts', of: '83' },
    ],
    periods: [{ kind: 'run', from: '2024-9M', to: '2026-9M' }],
    comparisons: ['last-year', 'share'],
  })
  assert.equal(printDefinition(definitionOf(text)), text)
})

test('what is as usual may be said, and blanks may come as an address writes them', () => {
  const said = 'v1+indicators+TC.01++areas+83+periods+2026-09+readings+best+level+accepted+rows+area+show+both'
  assert.equal(printDefinition(definitionOf(said)), 'v1 indicators TC.01 areas 83 periods 2026-09')
})

test('an axis that is not named stands on the columns, after those that are', () => {
  const { rows, columns } = definitionOf('v1 rows period columns reading')
  assert.deepEqual(rows, ['period'])
  assert.deepEqual(columns, ['reading', 'indicator', 'source', 'area'])
  assert.deepEqual(definitionOf('v1 columns area').rows, [])
})

test('a moment is written without colons, and read with them too', () => {
  const { asOf } = definitionOf('v1 asof 2026-09-16T07.32.16Z')
  assert.equal(asOf, '2026-09-16T07:32:16Z')
  assert.equal(definitionOf('v1 asof 2026-09-16T07:32:16Z').asOf, asOf)
})

for (const [text, code] of [
  ['', 'table.version-unknown'],
  ['v2 indicators NN.01', 'table.version-unknown'],
  ['v1 NN.01', 'table.unexpected'],
  ['v1 indicators NN.01 indicators NN.02', 'table.clause-twice'],
  ['v1 indicators NN.01 NN.01', 'table.word-twice'],
  ['v1 rows area columns area', 'table.word-twice'],
  ['v1 readings bests', 'table.unknown-word'],
  ['v1 compare growth', 'table.unknown-word'],
  ['v1 level draft', 'table.unknown-word'],
  ['v1 level accepted provisional', 'table.unexpected'],
  ['v1 periods 2026-01..2026-02..2026-03', 'table.period-unknown'],
  ['v1 asof yesterday', 'table.moment-unknown'],
  ['v1 asof 0000-01-01T00.00.00Z', 'table.moment-unknown'],
] as const) {
  test(`«${text}» is refused: ${code}`, () => {
    const read = parseDefinition(text)
    assert.equal(read.ok ? 'read' : read.problem.code, code)
  })
}

const plain = { noNullPrototype: true } as const
const someCode = fc.stringMatching(/^[A-Z]{2}\.[0-9]{2}(\.[0-9])?$/u)
const someArea = fc.oneof(
  fc.record({ kind: fc.constant('one' as const), code: fc.stringMatching(/^[0-9]{2,5}(-KPB)?$/u) }, plain),
  fc.record(
    {
      kind: fc.constantFrom('districts' as const, 'communes' as const),
      of: fc.stringMatching(/^[0-9]{2,3}$/u),
    },
    plain,
  ),
)
const someLabel = fc.constantFrom('2024', '2025-Q1', '2026-09', '2026-9M', '2026-YTD08')
const somePeriod = fc.oneof(
  fc.record({ kind: fc.constant('one' as const), label: someLabel }, plain),
  fc.record({ kind: fc.constant('run' as const), from: someLabel, to: someLabel }, plain),
)
const apart = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  fc.uniqueArray(of, { maxLength: 5, selector: (one) => JSON.stringify(one) })

const someAxes = fc
  .tuple(fc.shuffledSubarray([...tableAxes], { minLength: 5 }), fc.nat(5))
  .map(([axes, split]) => ({ rows: axes.slice(0, split), columns: axes.slice(split) }))

const someDefinition: fc.Arbitrary<TableDefinition> = fc
  .record({
    indicators: apart(someCode),
    areas: apart(someArea),
    periods: apart(somePeriod),
    calendar: fc.constantFrom('administrative' as const, 'statistical' as const),
    readings: fc.shuffledSubarray([...tableReadings], { minLength: 1 }),
    sources: fc.constantFrom('chosen' as const, 'each' as const),
    comparisons: fc.shuffledSubarray([...comparisons]),
    level: fc.constantFrom('accepted' as const, 'provisional' as const),
    asOf: fc.constantFrom(null, '2026-09-16T07:32:16Z'),
    show: fc.constantFrom(...tableShows),
    axes: someAxes,
  })
  .map(({ axes, ...rest }) => ({ ...rest, ...axes }))

test('what is printed is read back the same, and printed the same again', () => {
  fc.assert(
    fc.property(someDefinition, (definition) => {
      const text = printDefinition(definition)
      assert.deepEqual(definitionOf(text), definition)
      assert.equal(printDefinition(definitionOf(text)), text)
    }),
  )
})

test('an address takes a definition as it is: letters, digits, points, dashes, and + for blanks', () => {
  fc.assert(
    fc.property(someDefinition, (definition) => {
      assert.match(new URLSearchParams({ q: printDefinition(definition) }).toString(), /^q=[A-Za-z0-9.+-]+$/u)
    }),
  )
})

test('no text crashes the reading', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseDefinition(`v1 ${text}`)))
})
