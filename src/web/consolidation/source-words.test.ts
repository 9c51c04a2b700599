import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aRow } from '#test/builders/province-rows.ts'
import { en } from '../platform/text/en.ts'
import { vi } from '../platform/text/vi.ts'
import { sourceWords, summedFrom } from './source-words.ts'

const six = { level: 'district', counted: 6, total: 9 } as const

for (const [name, row, expected] of [
  ['of an agency', aRow(), [vi, 'Cục Thuế', '']],
  ['of an agency, though summed', aRow({ sumOf: six }), [vi, 'Cục Thuế', 'cộng từ 6/9 huyện, thành phố']],
  ['over the districts', aRow({ source: '', sumOf: six }), [vi, '9 huyện, thành phố', '']],
  ['over the districts', aRow({ source: '', sumOf: six }), [en, '9 districts', '']],
  ['over communes', aRow({ source: '', sumOf: { ...six, level: 'commune' } }), [vi, '9 xã, phường', '']],
  ['of an agency, though summed', aRow({ sumOf: six }), [en, 'Cục Thuế', 'sum of 6/9 districts']],
  ['computed from others', aRow({ source: '' }), [vi, '', '']],
] as const)
  test(`a row ${name} says «${expected[1]}» «${expected[2]}»`, () => {
    const [text, source, summed] = expected
    assert.deepEqual([sourceWords(text, row), summedFrom(text, row)], [source, summed])
  })
