import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EditAnswer, EditQueue } from './edit-queue.ts'
import { adopted, answered, decided, emptyQueue, queued, queueKey, sent, toSend } from './edit-queue.ts'

const type = (queue: EditQueue<string>, cell: string, value: string) => queued(queue, { cell, value, seenRevision: 4 })
const same = (a: string, b: string) => a === b
const reply = (queue: EditQueue<string>, [cell, ticket]: readonly [string, string], answer: EditAnswer<string>) =>
  answered(queue, { cell, ticket, answer }, same)
const theirs = { value: '9650', revision: 7, by: 'Trần Quốc Bảo', at: '2026-09-16T07:31:05Z' }
const one = type(emptyQueue, 'a', '1')

test('a later edit of the same cell folds in and keeps the revision first seen', () => {
  assert.deepEqual(queued(type(one, 'b', '5'), { cell: 'a', value: '2', seenRevision: 9 }), [
    { cell: 'a', value: '2', baseRevision: 4 },
    { cell: 'b', value: '5', baseRevision: 4 },
  ])
})

test('edits are sent in the order in which their cells were first edited', () => {
  const queue = type(type(type(one, 'b', '1'), 'c', '1'), 'a', '2')
  assert.deepEqual(
    toSend(queue, 2).map(({ cell }) => cell),
    ['a', 'b'],
  )
})

test('a saved edit leaves the queue', () => {
  assert.deepEqual(reply(sent(one, ['a'], 't1'), ['a', 't1'], { kind: 'saved', revision: 5 }), [])
})

test('what was typed while an edit was on its way follows on top of the saved revision', () => {
  const queue = reply(type(sent(one, ['a'], 't1'), 'a', '2'), ['a', 't1'], { kind: 'saved', revision: 5 })
  assert.deepEqual(queue, [{ cell: 'a', value: '2', baseRevision: 5 }])
})

test('after a lost connection the same edit goes out again under the same ticket, with nothing typed since', () => {
  const queue = type(type(sent(one, ['a'], 't1'), 'a', '2'), 'b', '3')
  const again = toSend(sent(queue, ['a'], 't2'), 10)
  assert.deepEqual(
    again.map(({ cell, sent: edit }) => [cell, edit]),
    [['a', { ticket: 't1', value: '1', baseRevision: 4 }]],
  )
})

test('an answer to another ticket changes nothing', () => {
  const queue = sent(one, ['a'], 't2')
  assert.equal(reply(queue, ['a', 't1'], { kind: 'saved', revision: 5 }), queue)
  assert.equal(reply(queue, ['zz', 't1'], { kind: 'saved', revision: 5 }), queue)
})

test('a refused edit stays, is not sent again, and a new value takes the refusal back', () => {
  const refusal = { kind: 'refused', code: 'figure.not-whole', details: {} } as const
  const queue = reply(sent(one, ['a'], 't1'), ['a', 't1'], refusal)
  assert.deepEqual(queue, [{ cell: 'a', value: '1', baseRevision: 4, halted: refusal }])
  assert.deepEqual(toSend(queue, 10), [])
  assert.deepEqual(type(queue, 'a', '2'), [{ cell: 'a', value: '2', baseRevision: 4 }])
})

test('a refusal of what has been typed over since does not halt the newer value', () => {
  const queue = type(sent(one, ['a'], 't1'), 'a', '2')
  const after = reply(queue, ['a', 't1'], { kind: 'refused', code: 'figure.not-whole', details: {} })
  assert.deepEqual(after, [{ cell: 'a', value: '2', baseRevision: 4 }])
})

test('a conflict waits for the person, even when more is typed', () => {
  const queue = type(reply(sent(one, ['a'], 't1'), ['a', 't1'], { kind: 'conflict', theirs }), 'a', '2')
  assert.deepEqual(queue, [{ cell: 'a', value: '2', baseRevision: 4, halted: { kind: 'conflict', theirs } }])
  assert.deepEqual(toSend(queue, 10), [])
})

test('keeping mine sends it on top of theirs, keeping theirs drops mine', () => {
  const queue = reply(sent(one, ['a'], 't1'), ['a', 't1'], { kind: 'conflict', theirs })
  assert.deepEqual(decided(queue, 'a', 'mine'), [{ cell: 'a', value: '1', baseRevision: 7 }])
  assert.deepEqual(decided(queue, 'a', 'theirs'), [])
  assert.equal(decided(one, 'a', 'mine'), one)
})

test('two accounts on one machine have two queues', () => {
  const owner = { account: 'lan', actingAgency: 'sonn', submission: '12' }
  assert.notEqual(queueKey(owner), queueKey({ ...owner, account: 'bao' }))
  assert.notEqual(queueKey({ ...owner, account: 'a","b' }), queueKey({ ...owner, account: 'a', actingAgency: 'b' }))
})

test('what another window left is taken over, but not over what waits here for the same cell', () => {
  const left = type(type(emptyQueue, 'a', 'old'), 'b', '7')
  assert.deepEqual(adopted(type(emptyQueue, 'a', 'new'), left), [
    { cell: 'a', value: 'new', baseRevision: 4 },
    { cell: 'b', value: '7', baseRevision: 4 },
  ])
})
