import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { EditHistory, HistoryStep } from './edit-history.ts'
import { emptyHistory, recorded, redone, undone } from './edit-history.ts'

type Cells = Readonly<Record<string, string>>
const apply = (cells: Cells, step: HistoryStep<string, string>): Cells => ({
  ...cells,
  ...Object.fromEntries(step.map(({ key, after }) => [key, after])),
})
const change = (key: string, before: string, after: string) => ({ key, before, after })
const always = () => true

test('a step is undone and redone as a whole', () => {
  const step = [change('a', '', '1'), change('b', '2', '3')]
  const back = undone(recorded(emptyHistory, step), always)
  assert.deepEqual(back?.changes, [change('a', '1', ''), change('b', '3', '2')])
  assert.deepEqual(back && redone(back.history, always)?.changes, step)
})

test('an empty history has nothing to undo or redo', () => {
  assert.equal(undone(emptyHistory, always), undefined)
  assert.equal(redone(emptyHistory, always), undefined)
})

test('a new edit ends the possibility to redo', () => {
  const back = undone(recorded(emptyHistory, [change('a', '', '1')]), always)
  assert.ok(back)
  assert.equal(redone(recorded(back.history, [change('b', '', '2')]), always), undefined)
})

test('a step without changes is not recorded', () => assert.equal(recorded(emptyHistory, []), emptyHistory))

test('a value that somebody else has changed since is not undone', () => {
  const history = recorded(emptyHistory, [change('a', '', '1'), change('b', '', '2')])
  const now: Cells = { a: '1', b: '99' }
  const back = undone(history, (key, value) => now[key] === value)
  assert.deepEqual(back?.changes, [change('a', '1', '')])
  assert.deepEqual(back?.passedOver, ['b'])
})

test('undoing everything gives the beginning, redoing everything gives the end', () => {
  const edits = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '')), { maxLength: 30 })
  fc.assert(
    fc.property(edits, (list) => {
      let cells: Cells = { a: '', b: '', c: '' }
      let history: EditHistory<string, string> = emptyHistory
      for (const [key, after] of list) {
        const step = [change(key, cells[key] ?? '', after)]
        history = recorded(history, step)
        cells = apply(cells, step)
      }
      const end = cells
      const holds = (key: string, value: string) => cells[key] === value
      for (let back = undone(history, holds); back; back = undone(history, holds)) {
        cells = apply(cells, back.changes)
        history = back.history
      }
      assert.deepEqual(cells, { a: '', b: '', c: '' })
      for (let again = redone(history, holds); again; again = redone(history, holds)) {
        cells = apply(cells, again.changes)
        history = again.history
      }
      assert.deepEqual(cells, end)
    }),
  )
})
