import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { GridSite, OpenGrid } from './open-grid.ts'
import { gridSite } from './open-grid.ts'

let site: GridSite
let grid: OpenGrid
before(async () => {
  site = await gridSite('grid-blocks')
})
after(() => site.close())
beforeEach(async () => {
  grid = await site.open()
})
afterEach(() => grid.close())

/** The two texts that copying or cutting puts on the clipboard. */
const taken = (kind: 'copy' | 'cut') =>
  grid.page.evaluate((type) => {
    const clipboardData = new DataTransfer()
    document
      .querySelector('.grid-input')
      ?.dispatchEvent(new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true }))
    return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') }
  }, kind)

test('a range is copied as text and as HTML with the numbers themselves', async () => {
  await grid.go('8:1')
  await grid.keys('Shift+ArrowDown', 'Shift+ArrowRight')
  const { text, html } = await taken('copy')
  assert.equal(text, '9870\t9560\r\n62,4\t58,9')
  assert.match(html, /x:num="62.4">62,4</u)
})

test('Ctrl+C and Ctrl+V carry a range to another place', async () => {
  await grid.go('8:1')
  await grid.keys('Shift+ArrowDown', 'Control+c')
  await grid.go('5:3')
  await grid.keys('Control+v')
  assert.equal(await grid.shown('5:3'), '9.870')
  assert.equal(await grid.shown('6:3'), '62,4')
  assert.deepEqual(await grid.commits(), [['5:3=9.870', '6:3=62,4']])
})

test('cutting clears the range, and one undo brings it back', async () => {
  await grid.go('8:1')
  await grid.keys('Shift+ArrowDown')
  assert.equal((await taken('cut')).text, '9870\r\n62,4')
  assert.equal(await grid.shown('8:1'), 'chưa nhập')
  await grid.keys('Control+z')
  assert.equal(await grid.shown('8:1'), '9.870')
  assert.equal(await grid.shown('9:1'), '62,4')
})

test('cells of an English Excel are taken by their values, without a question', async () => {
  await grid.go('5:1')
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>
    <tr><td x:num="1234">1,234</td><td x:num="2500.5">2,500.5</td></tr>
    <tr><td x:num="1000000">1,000,000</td><td x:str>–</td></tr></table></html>`
  await grid.paste({ html, text: '1,234\t2,500.5\r\n1,000,000\t–' })
  assert.deepEqual(await Promise.all(['5:1', '5:2', '6:1', '6:2'].map((at) => grid.shown(at))), [
    '1.234',
    '2.500,5',
    '1.000.000',
    '–',
  ])
  assert.equal(await grid.page.locator('.grid-question').count(), 0)
})

test('a block that could be read two ways asks once and shows both readings', async () => {
  await grid.go('5:1')
  await grid.paste({ text: '1,234\t2,500\r\n860\t3,125\r\n' })
  assert.deepEqual(await grid.commits(), [])
  const question = await grid.said('.grid-question')
  for (const part of ['1,234', '1.234', '3 số']) assert.ok(question.includes(part), question)
  await grid.page.getByRole('button', { name: 'Dán kiểu Anh' }).click()
  assert.equal(await grid.shown('5:1'), '1.234')
  assert.equal(await grid.shown('6:2'), '3.125')
  assert.equal((await grid.commits()).length, 1)
  await grid.keys('ArrowDown')
  assert.equal(await grid.active(), '6:1')
})

test('Esc at the question pastes nothing', async () => {
  await grid.go('5:1')
  await grid.paste({ text: '1,234' })
  await grid.keys('Escape')
  assert.equal(await grid.page.locator('.grid-question').count(), 0)
  assert.equal(await grid.shown('5:1'), '2.960')
  await grid.keys('ArrowDown')
  assert.equal(await grid.active(), '6:1')
})

test('what could not be taken is said with its reason, and stays at its cell', async () => {
  await grid.go('8:2')
  await grid.paste({ text: '12,5\tkhông rõ\t7\r\n13,5\t14,5\t8' })
  assert.equal(await grid.shown('8:2'), '12,5')
  assert.equal(await grid.shown('8:3'), 'không rõ')
  assert.equal(await grid.marked('8:3'), 'chưa nhận')
  assert.match(await grid.said('.grid-report'), /Đã dán 3 ô.*1 ô không đọc được.*2 ô bỏ qua/u)
  const refused = await grid.page.evaluate(
    () => (window as never as { harness: { status: { refused: number } } }).harness.status.refused,
  )
  assert.equal(refused, 1)
})

test('pasting while a text is typed is left to the input', async () => {
  await grid.go('8:2')
  await grid.keys('9')
  await grid.paste({ text: '1\t2' })
  assert.deepEqual(await grid.commits(), [])
  assert.equal(await grid.typed(), '9')
})
