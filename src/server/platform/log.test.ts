import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLog } from './log.ts'

function logged(work: (log: ReturnType<typeof openLog>) => void): string {
  let text = ''
  const write = (line: string) => {
    text += line
  }
  work(openLog({ level: 'info', role: 'web', write }))
  return text
}

test('an entry is one JSON line whatever the text holds', () => {
  const text = logged((log) => log.info({ who: 'a\nb' }, 'dòng 1\ndòng 2'))
  assert.equal(text.split('\n').length, 2)
  assert.equal(JSON.parse(text).msg, 'dòng 1\ndòng 2')
})

test('marks that reorder text in a terminal are escaped', () => {
  const text = logged((log) => log.info('abc\u202edcba\u2066'))
  assert.ok(text.includes('\\u202e') && !text.includes('\u202e'))
  assert.equal(JSON.parse(text).msg, 'abc\u202edcba\u2066')
})

test('passwords and tokens are not logged', () => {
  const text = logged((log) => log.info({ body: { password: 'mật' }, token: 'thẻ' }, 'đăng nhập'))
  assert.ok(!text.includes('mật') && !text.includes('thẻ'))
})
