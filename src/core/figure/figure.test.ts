import assert from 'node:assert/strict'
import { test } from 'node:test'
import { absent, nothing, number } from '../quantity/cell-value.ts'
import { compareEditions } from './edition.ts'
import { figureOfRecord } from './precedence.ts'
import { canSee, type Level, withheldUntil } from './visibility.ts'

const source = (
  agencyId: number,
  text: string | null,
  vintage: 'estimate' | 'preliminary' | 'official' = 'estimate',
) => ({
  agencyId,
  vintage,
  value: text === null ? absent : number(text),
})

test('the preferred agency is chosen and the other value stays listed', () => {
  const found = figureOfRecord([source(1, '5'), source(2, '6')], [2])
  assert.equal(found.chosen?.agencyId, 2)
  assert.deepEqual(
    found.differing.map((s) => s.agencyId),
    [1],
  )
})

test('the agency a figure was settled on goes before the order, and the other value stays listed', () => {
  const found = figureOfRecord([source(1, '5'), source(2, '6')], [2], 1)
  assert.deepEqual([found.chosen?.agencyId, found.differing.map((s) => s.agencyId)], [1, [2]])
})

test('a choice of an agency that says nothing here, or of a lesser vintage, is passed over', () => {
  assert.equal(figureOfRecord([source(1, null), source(2, '6')], [2], 1).chosen?.agencyId, 2)
  assert.equal(figureOfRecord([source(1, '5'), source(2, '6', 'official')], [], 1).chosen?.agencyId, 2)
})

test('agencies that say the same do not differ', () => {
  assert.deepEqual(figureOfRecord([source(1, '5'), source(2, '5')], [1]).differing, [])
})

test('a better vintage outranks a preferred agency', () => {
  assert.equal(figureOfRecord([source(1, '5'), source(2, '6', 'official')], [1]).chosen?.agencyId, 2)
})

test('an absent word is passed over and a declared nothing is not', () => {
  const declared = { agencyId: 3, vintage: 'estimate' as const, value: nothing }
  assert.equal(figureOfRecord([source(1, null), declared], [1]).chosen?.agencyId, 3)
  assert.equal(figureOfRecord([source(1, null)], [1]).chosen, null)
})

test('a late correction of May does not replace the estimate of June', () => {
  const may = { periodEnd: '2026-05-31', version: 2, sending: 9 }
  const june = { periodEnd: '2026-06-30', version: 1, sending: 1 }
  assert.ok(compareEditions(may, june) < 0)
  assert.ok(compareEditions({ ...june, sending: 2 }, june) > 0)
})

const holder = { agencyId: 1, receiverId: 2 }
for (const [level, owner, receiver, other, outside] of [
  ['draft', true, false, false, false],
  ['sent', true, true, false, false],
  ['accepted', true, true, true, false],
  ['published', true, true, true, true],
] as const satisfies readonly (readonly [Level, boolean, boolean, boolean, boolean])[]) {
  test(`${level}: its agency ${owner}, the receiver ${receiver}, the province ${other}, everybody ${outside}`, () => {
    const sees = (agencyId: number | null, isInside = true) => canSee({ agencyId, isInside }, { ...holder, level })
    assert.deepEqual([sees(1), sees(2), sees(3), sees(null, false)], [owner, receiver, other, outside])
  })
}

const releasedAt = '2026-10-06T02:00:00.000000Z'
const pending = new Map([[7, new Map([[70, releasedAt]])]])
for (const [word, expected] of [
  [{ indicatorId: 7, spanId: 70, isPlan: false, isOwn: false }, releasedAt],
  [{ indicatorId: 7, spanId: 70, isPlan: false, isOwn: true }, undefined],
  [{ indicatorId: 7, spanId: 70, isPlan: true, isOwn: false }, undefined],
  [{ indicatorId: 7, spanId: 71, isPlan: false, isOwn: false }, undefined],
  [{ indicatorId: 7, spanId: undefined, isPlan: false, isOwn: false }, undefined],
  [{ indicatorId: 8, spanId: 70, isPlan: false, isOwn: false }, undefined],
] as const)
  test(`with one release to come, ${JSON.stringify(word)} waits until ${expected ?? 'nothing'}`, () => {
    assert.equal(withheldUntil(pending, word), expected)
  })
