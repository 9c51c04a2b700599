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
  const answers: PromiseWithResolvers<void>[] = []
  const { changed } = createRefresher(() => {
    const answer = Promise.withResolvers<void>()
    answers.push(answer)
    return answer.promise
  })
  for (const asked of [1, 2, 3]) {
    changed('province')
    while (answers.length < asked) await wait(5)
    for (let again = 0; again < 3; again++) {
      changed('province')
      await wait(60)
    }
    assert.equal(answers.length, asked, 'none beside the one on its way')
    answers.at(-1)?.resolve()
  }
  while (answers.length < 4) await wait(5)
  answers.at(-1)?.resolve()
  await wait(60)
  assert.equal(answers.length, 4, 'once more, and no more')
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
