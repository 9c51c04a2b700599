import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tableAxes } from './definition.ts'
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
