import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GridShape, Motion } from './navigation.ts'
import { advanced, moved, selectAll, startOf } from './navigation.ts'
import type { GridSelection } from './selection.ts'
import { extendTo, positionsIn, rangeOf, selectCell } from './selection.ts'

/** T title row, o typable and filled, _ typable and empty, c computed. */
const shapeOf = (...lines: string[]): GridShape => {
  const at = (row: number, column: number) => lines[row]?.[column] ?? ''
  return {
    rows: lines.length,
    columns: lines[1]?.length ?? 0,
    isTitle: (row) => lines[row] === 'TTTT',
    isTypable: ({ row, column }) => 'o_'.includes(at(row, column)),
    isFilled: ({ row, column }) => 'oc'.includes(at(row, column)),
  }
}
const form = shapeOf('TTTT', 'co_c', 'cccc', 'TTTT', 'c__c', 'coo_')
const at = (text: string) => ({ row: Number(text[0]), column: Number(text[1]) })
const show = (position: { row: number; column: number }) => `${position.row}${position.column}`
const step = (direction: 'up' | 'down' | 'left' | 'right'): Motion => ({ kind: 'step', direction })
const edge = (direction: 'up' | 'down' | 'left' | 'right'): Motion => ({ kind: 'edge', direction })

test('the first active cell is the first that can be typed', () => {
  assert.deepEqual(startOf(form), at('11'))
  assert.deepEqual(startOf(shapeOf('TTTT', 'cccc')), at('10'))
  assert.equal(startOf({ ...form, rows: 0 }), undefined)
})

for (const [from, motion, to, why] of [
  ['11', step('down'), '21', 'a computed cell is visited'],
  ['21', step('down'), '41', 'a title row is passed over'],
  ['41', step('up'), '21', 'a title row is passed over upwards'],
  ['11', step('up'), '11', 'nothing lies above the first row but a title'],
  ['51', step('down'), '51', 'the last row is an edge'],
  ['10', step('left'), '10', 'the first column is an edge'],
  ['13', step('right'), '13', 'the last column is an edge'],
  ['20', edge('right'), '23', 'a filled run is followed to its end'],
  ['10', edge('right'), '11', 'a filled run ends before an empty cell'],
  ['11', edge('right'), '13', 'from the end of a run to the next filled cell'],
  ['12', edge('down'), '22', 'from an empty cell to the next filled one'],
  ['53', edge('left'), '52', 'leftwards too'],
  ['42', edge('up'), '22', 'upwards over a title row'],
  ['52', { kind: 'rowStart' }, '50', 'Home goes to the first column'],
  ['52', { kind: 'rowEnd' }, '53', 'End goes to the last column'],
  ['52', { kind: 'gridStart' }, '10', 'the grid starts below its first title'],
  ['11', { kind: 'gridEnd' }, '53', 'the grid ends at its last cell'],
  ['11', { kind: 'page', direction: 'down', rows: 10 }, '51', 'a page ends at the last row'],
] as const) {
  test(`${show(at(from))} to ${to}: ${why}`, () => assert.equal(show(moved(form, at(from), motion)), to))
}

const walk = (keys: readonly (readonly ['enter' | 'tab', 1 | -1])[], from: GridSelection): string[] => {
  const seen: string[] = []
  let selection = from
  for (const [key, way] of keys) {
    const next = advanced(form, selection, { key, way })
    if (next === undefined) return [...seen, 'out']
    selection = next
    seen.push(show(next.active))
  }
  return seen
}

test('Enter goes down the cells that can be typed and stays at the last', () => {
  assert.deepEqual(
    walk(
      [
        ['enter', 1],
        ['enter', 1],
        ['enter', 1],
      ],
      selectCell(at('11')),
    ),
    ['41', '51', '51'],
  )
})

test('Tab goes on to the next row and leaves the grid after the last cell', () => {
  const tab = ['tab', 1] as const
  assert.deepEqual(walk([tab, tab, tab, tab], selectCell(at('42'))), ['51', '52', '53', 'out'])
  assert.deepEqual(
    walk(
      [
        ['tab', -1],
        ['tab', -1],
      ],
      selectCell(at('12')),
    ),
    ['11', 'out'],
  )
})

test('Enter after a run of Tab goes back to the column where the run began', () => {
  assert.deepEqual(
    walk(
      [
        ['tab', 1],
        ['enter', 1],
      ],
      selectCell(at('11')),
    ),
    ['12', '41'],
  )
})

test('in a range Enter goes round by columns and Tab by rows', () => {
  const range = extendTo(selectCell(at('41')), at('52'))
  const four = [1, 2, 3, 4]
  assert.deepEqual(
    walk(
      four.map(() => ['enter', 1] as const),
      range,
    ),
    ['51', '42', '52', '41'],
  )
  assert.deepEqual(
    walk(
      four.map(() => ['tab', 1] as const),
      range,
    ),
    ['42', '51', '52', '41'],
  )
  assert.deepEqual(walk([['tab', -1]], range), ['52'])
})

test('a range has the same bounds whichever corner it began at', () => {
  const expected = { top: 1, left: 0, bottom: 5, right: 3 }
  assert.deepEqual(rangeOf(extendTo(selectCell(at('53')), at('10'))), expected)
  assert.deepEqual(rangeOf(extendTo(selectCell(at('10')), at('53'))), expected)
  assert.equal(positionsIn(expected, form.isTitle).length, 16)
})

test('the whole grid is selected without moving the active cell', () => {
  const selection = selectAll(form, selectCell(at('41')))
  assert.deepEqual(rangeOf(selection), { top: 0, left: 0, bottom: 5, right: 3 })
  assert.equal(show(selection.active), '41')
})
