import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shortCode } from './short-code.ts'

test('the code of a content is read out in two groups of four', () => {
  assert.equal(shortCode('4f7c91a2deadbeef'), '4F7C-91A2')
})
