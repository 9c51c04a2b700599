import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withinSentence } from './within-sentence.ts'

for (const [name, said] of [
  ['Tỉnh Bến Tre', 'tỉnh Bến Tre'],
  ['Thành phố Bến Tre', 'thành phố Bến Tre'],
  ['Thị trấn Ba Tri', 'thị trấn Ba Tri'],
  ['Các huyện của tỉnh Bến Tre', 'các huyện của tỉnh Bến Tre'],
  ['Ba Tri', 'Ba Tri'],
  ['Xãn', 'Xãn'],
  ['', ''],
] as const)
  test(`«${name}» is «${said}» within a sentence`, () => assert.equal(withinSentence(name), said))
