import assert from 'node:assert/strict'
import { test } from 'node:test'
import { neutralText } from './spreadsheet-text.ts'

for (const [text, expected] of [
  ['=1+1', "'=1+1"],
  ['+84275', "'+84275"],
  ['-cmd', "'-cmd"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['|calc', "'|calc"],
  [' \u00a0\ufeff=1', "' \u00a0\ufeff=1"],
  ['\u200b\uff1d1', "'\u200b\uff1d1"],
  ['Huyện Ba Tri', 'Huyện Ba Tri'],
  ['a = b', 'a = b'],
  ['hai\tdòng\r\nchữ', 'hai dòng chữ'],
] as const) {
  test(`${JSON.stringify(text)} goes into a spreadsheet as ${JSON.stringify(expected)}`, () =>
    assert.equal(neutralText(text), expected))
}
