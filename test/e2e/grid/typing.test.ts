import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { GridSite, OpenGrid } from './open-grid.ts'
import { gridSite } from './open-grid.ts'

let site: GridSite
let grid: OpenGrid
before(async () => {
  site = await gridSite('grid-typing')
})
after(() => site.close())
beforeEach(async () => {
  grid = await site.open()
})
afterEach(() => grid.close())

test('typing over a cell keeps the first character and replaces the value', async () => {
  await grid.go('3:2')
  await grid.page.keyboard.type('8705')
  assert.equal(await grid.typed(), '8705')
  assert.equal(await grid.said('.grid-echo'), '8.705')
  await grid.keys('Enter')
  assert.equal(await grid.shown('3:2'), '8.705')
  assert.equal(await grid.active(), '4:2')
  assert.deepEqual(await grid.commits(), [['3:2=8705']])
})

test('an input tool for Vietnamese that sends d, Backspace, đ leaves đ and clears nothing', async () => {
  await grid.go('3:2')
  const { keyboard } = grid.page
  await Promise.all([keyboard.press('d'), keyboard.press('Backspace'), keyboard.insertText('đ')])
  assert.equal(await grid.typed(), 'đ')
  assert.deepEqual(await grid.commits(), [])
  await grid.keys('Escape')
  assert.equal(await grid.shown('3:2'), '860')
})

test('a tool that selects backwards before it replaces does not move the cell', async () => {
  await grid.go('3:2')
  const { keyboard } = grid.page
  await grid.keys('a', 'a', 'Shift+ArrowLeft', 'Shift+ArrowLeft')
  await keyboard.insertText('â')
  assert.equal(await grid.typed(), 'â')
  assert.equal(await grid.active(), '3:2')
})

test('Enter, Tab and Esc belong to the input tool while it composes', async () => {
  await grid.go('3:2')
  const session = await grid.page.context().newCDPSession(grid.page)
  await session.send('Input.imeSetComposition', { text: 'đa', selectionStart: 2, selectionEnd: 2 })
  assert.equal(await grid.typed(), 'đa')
  for (const key of ['Enter', 'Tab', 'Escape', 'ArrowDown']) {
    await grid.page.evaluate((name) => {
      const press = { key: name, isComposing: true, keyCode: 229, bubbles: true, cancelable: true }
      document.querySelector('.grid-input')?.dispatchEvent(new KeyboardEvent('keydown', press))
    }, key)
  }
  assert.equal(await grid.active(), '3:2')
  assert.deepEqual(await grid.commits(), [])
  await session.send('Input.insertText', { text: 'đá' })
  assert.equal(await grid.typed(), 'đá')
  await grid.keys('Escape')
  assert.equal(await grid.shown('3:2'), '860')
})

test('the decimal key of the numeric pad gives a comma', async () => {
  await grid.go('3:2')
  await grid.page.keyboard.type('12')
  await grid.page.evaluate(() => {
    const press = { key: '.', code: 'NumpadDecimal', bubbles: true, cancelable: true }
    document.querySelector('.grid-input')?.dispatchEvent(new KeyboardEvent('keydown', press))
  })
  await grid.page.keyboard.type('5')
  assert.equal(await grid.typed(), '12,5')
  await grid.keys('Tab')
  assert.equal(await grid.shown('3:2'), '12,5')
  assert.equal(await grid.active(), '3:3')
})

for (const [text, advice] of [
  ['1,234.5', 'Nếu ý là 1.234,5, gõ 1234,5'],
  ['１２３', 'Nếu ý là 123, gõ 123'],
  ['1234567890123456789012345', 'tối đa 18'],
] as const) {
  test(`«${text}» is refused at its cell, with what to do, and never looks saved`, async () => {
    await grid.go('3:2')
    await grid.page.keyboard.insertText(text)
    await grid.keys('Enter')
    assert.deepEqual(await grid.commits(), [])
    assert.ok((await grid.shown('3:2')).includes(text))
    assert.equal(await grid.marked('3:2'), 'chưa nhận')
    const note = await grid.said('.grid-refusal')
    assert.ok(note.includes(advice), note)
    assert.equal(await grid.active(), '4:2')
    await grid.go('3:2')
    assert.equal(await grid.typed(), text)
    assert.equal(await grid.page.locator('.grid-input').getAttribute('aria-invalid'), 'true')
    await grid.keys('Escape')
    assert.equal(await grid.shown('3:2'), '860')
  })
}

test('F2 edits the text, arrows then move in it, Esc restores', async () => {
  await grid.go('4:2')
  await grid.keys('F2')
  await grid.keys('ArrowLeft', '5')
  assert.equal(await grid.typed(), '26450')
  assert.equal(await grid.active(), '4:2')
  await grid.keys('Escape')
  assert.equal(await grid.shown('4:2'), '2.640')
  assert.deepEqual(await grid.commits(), [])
})

test('Backspace empties the cell for typing, and Delete empties it at once', async () => {
  await grid.go('4:2')
  await grid.keys('Backspace')
  assert.equal(await grid.typed(), '')
  assert.deepEqual(await grid.commits(), [])
  await grid.keys('Escape')
  assert.equal(await grid.shown('4:2'), '2.640')
  await grid.keys('Delete')
  assert.deepEqual(await grid.commits(), [['4:2=']])
  assert.equal(await grid.shown('4:2'), 'chưa nhập')
})

test('a blank alone changes nothing', async () => {
  await grid.go('4:2')
  await grid.keys('Space', 'Enter')
  assert.deepEqual(await grid.commits(), [])
  assert.equal(await grid.shown('4:2'), '2.640')
})

test('signs are typed as signs', async () => {
  await grid.go('4:2')
  await grid.keys('-', 'Enter')
  await grid.page.keyboard.type('...')
  await grid.keys('Enter')
  assert.equal(await grid.shown('4:2'), '–')
  assert.equal(await grid.shown('5:2'), '…')
})

test('arrows pass over titles, stop at computed cells, and a computed cell takes no typing', async () => {
  await grid.go('10:1')
  await grid.keys('ArrowDown')
  assert.equal(await grid.active(), '12:1')
  await grid.keys('ArrowRight')
  assert.equal(await grid.active(), '12:2')
  await grid.page.keyboard.type('5')
  await grid.keys('Enter')
  assert.deepEqual(await grid.commits(), [])
})

test('Shift with arrows and dragging choose a range; Ctrl+A chooses all', async () => {
  await grid.go('14:2')
  await grid.keys('Shift+ArrowDown', 'Shift+ArrowDown')
  assert.equal(await grid.page.locator('[aria-selected="true"]').count(), 3)
  await grid.page.locator('[data-row="3"] [data-column="1"]').hover()
  await grid.page.mouse.down()
  await grid.page.locator('[data-row="4"] [data-column="3"]').hover()
  await grid.page.mouse.up()
  assert.equal(await grid.page.locator('[aria-selected="true"]').count(), 6)
  assert.equal(await grid.active(), '3:1')
  await grid.keys('Control+a')
  assert.equal(await grid.page.locator('[aria-selected="true"]').count(), 180)
})

test('fill down repeats the first row of the range in one step, and one undo takes it back', async () => {
  await grid.go('14:2')
  await grid.keys('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
  assert.deepEqual(await grid.commits(), [['15:2=29480', '16:2=29480']])
  await grid.keys('Control+z')
  assert.equal(await grid.shown('15:2'), '9.240')
  assert.equal(await grid.shown('16:2'), '16.210')
  await grid.keys('Control+y')
  assert.equal(await grid.shown('16:2'), '29.480')
})

test('undo goes back several steps, and passes over what somebody else has changed since', async () => {
  await grid.go('3:2')
  await grid.page.keyboard.type('1')
  await grid.keys('Enter')
  await grid.page.keyboard.type('2')
  await grid.keys('Enter', 'Control+z', 'Control+z')
  assert.equal(await grid.shown('3:2'), '860')
  assert.equal(await grid.shown('4:2'), '2.640')
  await grid.keys('Control+y')
  assert.equal(await grid.shown('3:2'), '1')
  await grid.page.evaluate(() => {
    const value = { kind: 'number', value: '77' } as never
    ;(window as never as { harness: { receive: (row: number, column: number, value: never) => void } }).harness.receive(
      3,
      2,
      value,
    )
  })
  await grid.keys('Control+z')
  assert.equal(await grid.shown('3:2'), '77')
  assert.match(await grid.said('.grid-report'), /1 ô không hoàn tác/u)
})

test('leaving the grid saves what was being typed', async () => {
  await grid.go('3:2')
  await grid.page.keyboard.type('5')
  await grid.page.locator('#after').focus()
  assert.deepEqual(await grid.commits(), [['3:2=5']])
})

test('Esc then Tab leaves the grid', async () => {
  await grid.go('3:2')
  await grid.keys('Escape', 'Tab')
  assert.equal(await grid.page.evaluate(() => document.activeElement?.id), 'after')
})
