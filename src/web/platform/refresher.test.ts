import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createRefresher } from './refresher.ts'

test('a burst is asked for once, each name apart', async () => {
  const asked: string[] = []
  const { changed } = createRefresher(async (name) => asked.push(name))
  for (const name of ['province', 'desk', 'province']) changed(name)
  await wait(60)
  assert.deepEqual(asked, ['province', 'desk'])
})

test('what changes while an answer is on its way is asked for once more after it, and nothing is cancelled', async () => {
  let asked = 0
  let running = 0
  let together = 0
  const { changed } = createRefresher(async () => {
    asked++
    together = Math.max(together, ++running)
    await wait(100)
    running--
  })
  const began = performance.now()
  while (performance.now() - began < 350) {
    changed('province')
    await wait(5)
  }
  await wait(250)
  assert.ok(asked >= 3 && asked <= 6, `asked ${asked} times`)
  assert.equal(together, 1)
})

test('after stopping nothing is asked for', async () => {
  let asked = 0
  const { changed, stop } = createRefresher(async () => {
    asked++
  })
  changed('desk')
  stop()
  await wait(60)
  assert.equal(asked, 0)
})
