import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseJsonBody } from './json-body.ts'

const refused: readonly (readonly [string, string])[] = [
  ['a key given twice', '{"a":1,"a":2}'],
  ['a key given twice, once escaped', '{"a":1,"\\u0061":2}'],
  ['a key given twice in two compositions', '{"\u00e1":1,"a\u0301":2}'],
  ['a key given twice deep inside', '{"x":[{"y":{"z":1 , "z" : 2}}]}'],
  ['__proto__', '{"__proto__":{"isAdmin":true}}'],
  ['__proto__ escaped', '{"\\u005f_proto__":1}'],
  ['constructor', '{"constructor":{"prototype":{}}}'],
  ['no JSON', '{"a":}'],
  ['a NUL in a text', '{"a":["x\\u0000y"]}'],
  ['half a surrogate pair', '{"a":{"b":"x\\ud800y"}}'],
  ['a nest without end', `${'['.repeat(60)}${']'.repeat(60)}`],
]
for (const [what, text] of refused) test(`${what} is refused`, () => assert.equal(parseJsonBody(text).ok, false))

test('the same key in sibling objects, and a text that looks like a key, are no doubles', () => {
  const text = '{"a":{"k":1},"b":[{"k":2},{"k":3}],"c":"\\"a\\":","d":["a","a"]}'
  assert.deepEqual(parseJsonBody(text), { ok: true, value: JSON.parse(text) })
})

test('text becomes NFC, written out or escaped', () => {
  const expected = { ok: true, value: { ghi: 'B\u1ebfn Tre', 'ch\u00fa': ['\u1ebf'] } }
  assert.deepEqual(parseJsonBody('{"ghi":"Be\u0302\u0301n Tre","chu\\u0301":["e\\u0302\\u0301"]}'), expected)
})

test('an empty body is no body', () => assert.deepEqual(parseJsonBody(''), { ok: true, value: undefined }))

test('any other JSON value is read as it is', () => {
  const key = fc.string().filter((one) => !['__proto__', 'constructor', 'prototype'].includes(one))
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree')),
      fc.dictionary(key, tie('tree'), { noNullPrototype: true }),
    ),
  }))
  fc.assert(
    fc.property(tree, fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent).normalize('NFC')
      assert.deepEqual(parseJsonBody(text), { ok: true, value: JSON.parse(text) })
    }),
  )
})
