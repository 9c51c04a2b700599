import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { arranged, type TableMembers } from './arrange.ts'
import { emptyDefinition, tableAxes } from './definition.ts'
import { columnsWithComparisons, cubeIndex, headingRuns, linesOf, placeAt } from './layout.ts'

const someSizes = fc.record({
  indicator: fc.integer({ min: 1, max: 4 }),
  area: fc.integer({ min: 1, max: 5 }),
  period: fc.integer({ min: 1, max: 4 }),
  reading: fc.integer({ min: 1, max: 3 }),
  source: fc.integer({ min: 1, max: 2 }),
})
const someSplit = fc
  .tuple(fc.shuffledSubarray([...tableAxes], { minLength: 5 }), fc.nat(5))
  .map(([axes, split]) => ({ rows: axes.slice(0, split), columns: axes.slice(split) }))

test('whatever the layout, every figure has exactly one place', () => {
  fc.assert(
    fc.property(someSizes, someSplit, (sizes, { rows, columns }) => {
      const met = linesOf(rows, sizes).flatMap((row) =>
        linesOf(columns, sizes).map((column) => cubeIndex(sizes, placeAt(row, column))),
      )
      const count = tableAxes.reduce((product, axis) => product * sizes[axis], 1)
      assert.deepEqual(
        [...met].sort((a, b) => a - b),
        Array.from({ length: count }, (_, at) => at),
      )
    }),
  )
})

test('rows and columns changed over show each figure where row and column are changed over', () => {
  fc.assert(
    fc.property(someSizes, someSplit, (sizes, { rows, columns }) => {
      const across = linesOf(columns, sizes)
      for (const row of linesOf(rows, sizes)) {
        for (const column of across) assert.deepEqual(placeAt(row, column), placeAt(column, row))
      }
    }),
  )
})

test('headings of an axis cover all lines once, in order, each over lines that agree', () => {
  fc.assert(
    fc.property(someSizes, someSplit, (sizes, { columns }) => {
      const lines = linesOf(columns, sizes)
      for (let depth = 1; depth <= columns.length; depth++) {
        const axes = columns.slice(0, depth)
        const runs = headingRuns(lines, axes)
        const covered = runs.flatMap(({ start, length }) => Array.from({ length }, (_, at) => start + at))
        assert.deepEqual(
          covered,
          lines.map((_, at) => at),
        )
        for (const { axis, member, start, length } of runs) {
          for (const line of lines.slice(start, start + length)) assert.equal(line[axis], member)
        }
      }
    }),
  )
})

test('comparisons stand right after the column they are drawn from, and only where it is compared', () => {
  const lines = linesOf(['indicator', 'period'], { indicator: 2, area: 1, period: 2, reading: 1, source: 1 })
  const columns = columnsWithComparisons(lines, {
    comparisons: ['last-year', 'share'],
    isCompared: ({ period }) => period === 1,
  })
  assert.deepEqual(
    columns.map(({ line, comparison }) => `${line.indicator}${line.period} ${comparison ?? ''}`.trim()),
    ['00', '01', '01 last-year', '01 share', '10', '11', '11 last-year', '11 share'],
  )
})

const members: TableMembers = {
  indicators: [1, 2],
  areas: [1, 2, 3],
  periods: [{ label: '2026-9M' }, { label: '2025-9M' }],
  readings: ['best'],
  sources: [null],
  comparisons: ['last-year'],
}

test('axes that tell nothing apart are left out, and growth follows the latest period, wherever it stands', () => {
  const { rowAxes, columnAxes, columns, latest } = arranged(members, emptyDefinition)
  assert.deepEqual([rowAxes, columnAxes, latest], [['area'], ['indicator', 'period'], 0])
  assert.deepEqual(
    columns.map(({ line, comparison }) => `${line.indicator}${line.period} ${comparison ?? ''}`.trim()),
    ['00', '00 last-year', '01', '10', '10 last-year', '11'],
  )
})

test('with periods on the rows every row is compared; one reading that is not the usual one is named', () => {
  const { columnAxes, columns } = arranged(
    { ...members, readings: ['plan'] },
    { ...emptyDefinition, rows: ['period'], columns: ['area', 'indicator', 'reading', 'source'] },
  )
  assert.deepEqual(columnAxes, ['area', 'indicator', 'reading'])
  assert.equal(columns.filter(({ comparison }) => comparison !== null).length, 6)
})

test('what an agency says beside the figure of record is not compared', () => {
  const { columns } = arranged({ ...members, sources: [null, 'CTK'] }, emptyDefinition)
  assert.ok(columns.every(({ line, comparison }) => comparison === null || line.source === 0))
})
