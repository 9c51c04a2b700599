import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withinLength } from './within-length.ts'

test('a Vietnamese name that comes decomposed is not cut while its letters fit', () => {
  const name = 'Thủy sản tám tháng của các huyện ven biển'
  assert.equal(withinLength(name.normalize('NFD'), name.length), name)
})

test('what fits stays as it came; what is too long even composed is cut, never within a character', () => {
  const decomposed = 'ế'.normalize('NFD')
  assert.equal(withinLength(decomposed, 5), decomposed)
  assert.equal(withinLength('Bến Tre', 3), 'Bến')
  assert.equal(withinLength('ab🌾', 3), 'ab')
})
