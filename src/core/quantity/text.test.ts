import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldText, hasControlOrBidi, normalizeText } from './text.ts'

test('composed and decomposed spellings are stored alike', () => {
  assert.equal(normalizeText(' Bến Tre\u00a0'.normalize('NFD')), 'Bến Tre')
})

for (const [text, folded] of [
  ['Bến Tre', 'ben tre'],
  ['ĐƯỜNG', 'duong'],
  ['Sở  Nông nghiệp\u00a0và PTNT', 'so nong nghiep va ptnt'],
  ['hoà', 'hoa'],
  ['hòa', 'hoa'],
  ['１２', '12'],
  ['Ba\u200bTri', 'batri'],
] as const) {
  test(`${text} is found as ${folded}`, () => assert.equal(foldText(text), folded))
}

for (const [text, suspicious] of [
  ['Bến Tre\n\tBa Tri', false],
  ['a\u0000b', true],
  ['a\u202eb', true],
  ['a\u2028b', true],
  ['a\u200eb', true],
  ['«Mật độ dân số» – 1.234,5', false],
] as const) {
  test(`${JSON.stringify(text)} has control or direction marks: ${suspicious}`, () => {
    assert.equal(hasControlOrBidi(text), suspicious)
  })
}

test('folding and normalizing twice change nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(foldText(foldText(text)), foldText(text))
      assert.equal(normalizeText(normalizeText(text)), normalizeText(text))
    }),
  )
})
