import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeSettings, readConfig } from './config.ts'
import { StartupRefusal } from './startup-refusal.ts'

const production = { NODE_ENV: 'production', BAOCAO_PUBLIC_URL: 'https://baocao.bentre.gov.vn' }

test('an empty environment gives a trial on port 8080 with demonstration data', () => {
  const config = readConfig({}, '/srv/baocao')
  assert.equal(config.port, 8080)
  assert.equal(config.dataFolder, '/srv/baocao/data')
  assert.equal(config.demo, true)
  assert.equal(config.isProduction, false)
  assert.equal(config.logLevel, 'warn')
})

test('production has no demonstration data unless refused outright', () => {
  const config = readConfig(production, '/srv')
  assert.equal(config.demo, false)
  assert.equal(config.logLevel, 'info')
})

const refused = [
  ['a word as port', { PORT: 'tám' }, /PORT có giá trị «tám», cần số nguyên từ 0 đến 65535/],
  ['a port beyond the last', { PORT: '70000' }, /PORT/],
  ['a port with a fraction', { PORT: '80.5' }, /PORT/],
  [
    'an unknown variable of ours',
    { BAOCAO_DATADIR: '/x' },
    /BAOCAO_DATADIR không có trong chương trình.*BAOCAO_DATA_DIR/,
  ],
  ['yes instead of 1', { BAOCAO_DEMO: 'yes' }, /BAOCAO_DEMO có giá trị «yes», cần 0 hoặc 1/],
  ['a database of another kind', { DATABASE_URL: 'mysql://a:secret@b/c' }, /DATABASE_URL.*postgres:\/\//],
  ['an unknown mode', { NODE_ENV: 'prod' }, /NODE_ENV.*production, development, test/],
  ['demonstration data in production', { ...production, BAOCAO_DEMO: '1' }, /BAOCAO_DEMO=1 không dùng được/],
  ['production without https', { NODE_ENV: 'production', BAOCAO_PUBLIC_URL: 'http://a.vn' }, /BAOCAO_ALLOW_HTTP=1/],
  [
    'a default password in production',
    { ...production, DATABASE_URL: 'postgres://a:Postgres@b/c' },
    /mật khẩu mặc định/,
  ],
  ['a telephone of nobody', { BAOCAO_SUPPORT_PHONE: '0275 3 811 811' }, /BAOCAO_SUPPORT_NAME/],
  ['production without an address', { NODE_ENV: 'production' }, /BAOCAO_PUBLIC_URL/],
] as const
for (const [name, environment, message] of refused) {
  test(`${name} is refused by name`, () => {
    assert.throws(
      () => readConfig(environment, '/srv'),
      (error) => error instanceof StartupRefusal && message.test(error.message),
    )
  })
}

test('everything wrong is said at once', () => {
  assert.throws(() => readConfig({ PORT: 'x', BAOCAO_DEMO: 'y' }, '/srv'), /PORT[\s\S]*BAOCAO_DEMO/)
})

test('a refused address never shows its password', () => {
  assert.throws(
    () => readConfig({ DATABASE_URL: 'mysql://a:secret@b/c' }, '/srv'),
    (error) => !String(error).includes('secret'),
  )
  assert.ok(!describeSettings({ DATABASE_URL: 'postgres://a:secret@b/c' }).join().includes('secret'))
})

test('production over plain http is allowed when asked for', () => {
  assert.equal(readConfig({ NODE_ENV: 'production', BAOCAO_ALLOW_HTTP: '1' }, '/srv').allowHttp, true)
})
