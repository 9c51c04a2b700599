import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faults, seriousFaults } from '../faults.ts'
import type { HarnessWindow } from './harness/main.ts'
import type { GridSite } from './open-grid.ts'
import { gridSite } from './open-grid.ts'

let site: GridSite
before(async () => {
  site = await gridSite('grid-access')
})
after(() => site.close())

test('axe has nothing serious to say, with a refused text and a range on screen', async () => {
  const grid = await site.open()
  await grid.go('3:2')
  await grid.page.keyboard.type('1,2,3')
  await grid.keys('Enter', 'Shift+ArrowDown')
  assert.deepEqual(await seriousFaults(grid.page, '.grid-frame'), [])
  await grid.close()
})

test('axe has nothing serious to say about the question of a block', async () => {
  const grid = await site.open()
  await grid.go('5:1')
  await grid.paste({ text: '1,234' })
  assert.deepEqual(await faults(grid.page, '.grid-question'), [])
  await grid.close()
})

test('the active cell is announced with row, column, measure, value and state', async () => {
  const grid = await site.open()
  await grid.go('14:2')
  await grid.keys('ArrowRight')
  const label = await grid.page.locator('.grid-input').getAttribute('aria-label')
  assert.match(label ?? '', /^Sản lượng nuôi trồng, Lũy kế 9 tháng, tấn: 258\.730, cảnh báo, Lũy kế 258\.730/u)
  assert.equal(await grid.page.locator('[aria-live="polite"]').textContent(), label)
  await grid.keys('ArrowUp')
  const locked = await grid.page.locator('.grid-input').getAttribute('aria-label')
  assert.match(locked ?? '', /khóa, Khóa: phần của Chi cục Thủy sản, không nhập ở đây$/u)
  await grid.close()
})

test('rows and columns are numbered over headings and lead columns', async () => {
  const grid = await site.open()
  const table = grid.page.getByRole('grid')
  assert.equal(await table.getAttribute('aria-rowcount'), '24')
  assert.equal(await table.getAttribute('aria-colcount'), '13')
  const row = grid.page.locator('[data-row="0"]')
  assert.equal(await row.getAttribute('aria-rowindex'), '4')
  assert.equal(await grid.page.locator('[data-row="1"] [data-column="0"]').getAttribute('aria-colindex'), '4')
  await grid.close()
})

test('typing does not draw the table again', async () => {
  const grid = await site.open('?tall')
  await grid.go('3:2')
  const renders = () => grid.page.evaluate(() => (window as unknown as HarnessWindow).harness.renders)
  await grid.keys('1')
  const rowsBefore = await grid.page.evaluateHandle(() => {
    const changes = { count: 0 }
    const tbody = document.querySelector('.grid-table tbody')
    const observer = new MutationObserver((records) => {
      changes.count += records.length
    })
    if (tbody) observer.observe(tbody, { subtree: true, childList: true, attributes: true, characterData: true })
    return changes
  })
  const before = await renders()
  await grid.page.keyboard.type('2345,6')
  assert.equal(await rowsBefore.evaluate(({ count }) => count), 0)
  assert.ok((await renders()) - before <= 6)
  await grid.close()
})

test('what belongs beside a cell lies within the view, wherever the cell is', async () => {
  const grid = await site.open()
  await grid.go('8:2')
  const isInside = () =>
    grid.page.evaluate(() => {
      const view = document.querySelector('.grid-scroll')?.getBoundingClientRect()
      const part = document.querySelector('.grid-beside, .grid-refusal')?.getBoundingClientRect()
      return (
        !!view &&
        !!part &&
        part.left >= view.left &&
        part.right <= view.right &&
        part.bottom <= view.bottom &&
        part.top >= view.top
      )
    })
  assert.equal(await isInside(), true)
  await grid.page.locator('main').evaluate((main) => {
    main.style.width = '700px'
  })
  await grid.keys('ArrowUp', 'ArrowDown')
  assert.equal(await isInside(), true)
  for (const at of ['2:3', '3:1', '20:1', '20:2']) {
    await grid.go(at)
    await grid.page.keyboard.type('abc')
    await grid.keys('Enter')
    await grid.go(at)
    assert.equal(await isInside(), true, at)
    await grid.keys('Escape')
  }
  await grid.close()
})

test('going up to the first row shows its title too', async () => {
  const grid = await site.open()
  await grid.page.setViewportSize({ width: 1366, height: 560 })
  await grid.go('3:1')
  await grid.keys('Control+End', 'Control+Home')
  assert.equal(await grid.page.locator('.grid-scroll').evaluate(({ scrollTop }) => scrollTop), 0)
  await grid.close()
})

test('choosing everything does not scroll away', async () => {
  const grid = await site.open('?tall')
  await grid.go('3:2')
  await grid.keys('Control+a')
  assert.equal(await grid.page.locator('.grid-scroll').evaluate(({ scrollTop }) => scrollTop), 0)
  await grid.close()
})

test('the active cell never hides under the headings or the lead columns', async () => {
  const grid = await site.open('?tall')
  await grid.page.setViewportSize({ width: 700, height: 600 })
  await grid.page.locator('main').evaluate((main) => {
    main.style.width = '700px'
  })
  await grid.go('3:0')
  const isUncovered = () =>
    grid.page.evaluate(() => {
      const cell = document.querySelector('.grid-active')?.getBoundingClientRect()
      const table = document.querySelector('.grid-scroll')?.getBoundingClientRect()
      const head = document.querySelector('.grid-table thead')?.getBoundingClientRect()
      const lead = document.querySelector('.grid-row .grid-lead-last')?.getBoundingClientRect()
      if (!cell || !table || !head || !lead) return false
      return cell.top >= head.bottom - 1 && cell.left >= lead.right - 1 && cell.bottom <= table.bottom + 1
    })
  for (const key of ['Control+End', 'PageUp', 'Home', 'Control+Home', 'End', 'Home']) {
    await grid.keys(key)
    assert.equal(await isUncovered(), true, `${key} shows ${await grid.active()}`)
  }
  await grid.close()
})
