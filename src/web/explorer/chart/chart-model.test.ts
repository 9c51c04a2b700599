import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ExplorerCell, ExplorerTable } from '#contract/explorer.ts'
import { parseDefinition } from '#core/table/definition-text.ts'
import { tableModel } from '../table/table-model.ts'
import { chartModel, isWithoutFigures } from './chart-model.ts'

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09']

function cellValue(size: number | null): ExplorerCell['value'] {
  return size === null ? { kind: 'none', reason: 'absent', of: [] } : { kind: 'number', value: String(size) }
}

/** One line for each area, by its name; a month is a number or, for nothing known, null. */
function linesOf(areas: Readonly<Record<string, readonly (number | null)[]>>) {
  const names = Object.keys(areas)
  const q = `v1 indicators NN.03 areas ${names.map((_, at) => 829 + at).join(' ')} periods 2026-01..2026-09`
  const read = parseDefinition(q)
  assert.ok(read.ok)
  const table: ExplorerTable = {
    q,
    at: '2026-09-16T07:32:00Z',
    asOf: null,
    level: 'accepted',
    levels: ['accepted'],
    indicators: [{ code: 'NN.03', name: 'Sản lượng lúa', measure: 'tấn', decimals: 0 }],
    areas: names.map((name, at) => ({ code: String(829 + at), name, level: 'district' })),
    periods: months.map((label) => ({ label, name: label })),
    readings: ['best'],
    comparisons: [],
    sources: [{ code: null, name: '' }],
    cells: names.flatMap((name) => months.map((_, at) => ({ value: cellValue(areas[name]?.[at] ?? null) }))),
    since: null,
  }
  const chart = chartModel(tableModel(table, read.definition), 0, 'statistical')
  assert.equal(chart.kind, 'lines')
  return chart
}

const namesOf = (chart: ReturnType<typeof linesOf>) =>
  chart.kind === 'lines' ? chart.series.map(({ label }) => label) : []

test('of more areas than there are lines the largest by their last known figure are drawn, the largest first', () => {
  const chart = linesOf({
    'Bến Tre': [900, 1],
    'Châu Thành': [1, 40],
    'Chợ Lách': [1, 20],
    'Mỏ Cày Nam': [1, 60, null],
    'Giồng Trôm': [1, 10],
    'Bình Đại': [1, 50],
    'Ba Tri': [1, 100],
  })
  assert.deepEqual(namesOf(chart), ['Ba Tri', 'Mỏ Cày Nam', 'Bình Đại', 'Châu Thành', 'Chợ Lách'])
  assert.equal(chart.all, 7)
})

test('equal ones keep the order of the areas', () => {
  const chart = linesOf({ 'Bến Tre': [5], 'Châu Thành': [7], 'Chợ Lách': [5], 'Ba Tri': [7] })
  assert.deepEqual(namesOf(chart), ['Châu Thành', 'Ba Tri', 'Bến Tre', 'Chợ Lách'])
})

test('an area without any figure takes no line from one that has some', () => {
  const chart = linesOf({
    'Bến Tre': [],
    'Châu Thành': [1],
    'Chợ Lách': [2],
    'Giồng Trôm': [null, -3],
    'Bình Đại': [0],
    'Ba Tri': [4],
  })
  assert.deepEqual(namesOf(chart), ['Ba Tri', 'Chợ Lách', 'Châu Thành', 'Bình Đại', 'Giồng Trôm'])
  assert.equal(isWithoutFigures(linesOf({ 'Bến Tre': [], 'Ba Tri': [] })), true)
})
