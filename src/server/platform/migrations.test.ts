import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { testDatabase } from '#test/db.ts'
import { type Migration, migrate, readMigrations } from './migrations.ts'

const db = await testDatabase()
const shipped = readMigrations()

function migration(number: number, sql: string): Migration {
  const name = `${String(number).padStart(4, '0')}_test.sql`
  return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

const one = migration(9001, 'create table test_first (id int)')
const two = migration(9002, 'create table test_second (id int)')

test('a database of this schema is left as it is', async () => {
  assert.deepEqual(await migrate(db.ownerUrl), [])
})

test('two starters at once apply each migration once', async () => {
  const migrations = [...shipped, one]
  const told: string[] = []
  const say = (text: string) => void told.push(text)
  const both = await Promise.all([1, 2].map(() => migrate(db.ownerUrl, { migrations, say })))
  assert.deepEqual(both.flat(), ['9001_test.sql'])
  assert.deepEqual(
    told.map((text) => text.split(' (')[0]),
    ['Đang nâng cấp cơ sở dữ liệu', 'Đang dọn và thống kê lại cơ sở dữ liệu.'],
  )
})

test('a migration that fails leaves nothing behind and says which', async () => {
  const broken = migration(9003, 'create table test_third (id int); select 1 / 0')
  await assert.rejects(
    migrate(db.ownerUrl, { migrations: [...shipped, one, broken] }),
    /9003_test\.sql.*division by zero/,
  )
  const { rows } = await db.owner.query(
    `select to_regclass('test_third') is null as gone, max(number) as newest from schema_migrations`,
  )
  assert.deepEqual(rows, [{ gone: true, newest: 9001 }])
})

test('an applied file that was changed is refused', async () => {
  const changed = migration(9001, 'create table test_first (id bigint)')
  await assert.rejects(migrate(db.ownerUrl, { migrations: [...shipped, changed] }), {
    name: 'StartupRefusal',
    message: /9001_test\.sql đã bị sửa/,
  })
})

test('an applied file that is gone is refused', async () => {
  await assert.rejects(migrate(db.ownerUrl, { migrations: [...shipped, two] }), /Thiếu tệp di trú 9001_test\.sql/)
})

test('a database migrated by a newer program is refused', async () => {
  await assert.rejects(migrate(db.ownerUrl), {
    name: 'StartupRefusal',
    message: /mới hơn chương trình.*9001_test\.sql/,
  })
})

for (const [what, names] of [
  ['two files of one number', ['0001_a.sql', '0001_b.sql']],
  ['a file without a number', ['first.sql']],
] as const) {
  test(`${what} are refused`, (context) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'baocao-migrations-'))
    context.after(() => rmSync(folder, { recursive: true }))
    for (const name of names) writeFileSync(path.join(folder, name), 'select 1')
    assert.throws(() => readMigrations(folder), { name: 'StartupRefusal' })
  })
}
