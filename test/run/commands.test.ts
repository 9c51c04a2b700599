/** `npx baocao …`: called for help or wrongly it answers in words, and nothing is opened or made. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { testDatabase } from '../db.ts'
import { root, runProgram } from './program.ts'

const base = mkdtempSync(path.join(tmpdir(), 'baocao-commands-'))
after(() => rmSync(base, { recursive: true, force: true }))
/** A command that reads its settings ends at this one, and says so; one that does not would make the folder. */
const folder = path.join(base, 'data')
const environment = { PATH: process.env.PATH, BAOCAO_DATA_DIR: folder, PORT: 'tám' }

function baocao(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/baocao.mjs', ...args], {
    cwd: root,
    env: environment,
    encoding: 'utf8',
  })
  assert.equal(existsSync(folder), false)
  return { status, stdout, stderr }
}

const list = baocao('help').stdout
const names = [...list.matchAll(/^ {2}(\S+) /gm)].map(([, name]) => name ?? '')

test('the list has every command, and is what help and no command at all give', () => {
  assert.deepEqual(names, ['migrate', 'seed', 'user', 'import', 'release', 'verify', 'formula', 'settings'])
  for (const args of [[], ['--help'], ['-h'], ['help', '--help']])
    assert.deepEqual(baocao(...args), { status: 0, stdout: list, stderr: '' })
})

test('an unknown command is named, with the list of those there are', () => {
  assert.deepEqual(baocao('verfy'), { status: 2, stdout: '', stderr: `Không có lệnh «verfy».\n${list}` })
})

for (const name of names) {
  test(`${name} --help says how it is called, and does nothing`, () => {
    const { status, stdout, stderr } = baocao(name, '--help')
    assert.deepEqual([status, stderr], [0, ''])
    assert.match(stdout, new RegExp(`^Cách dùng:\n {2}npx baocao ${name}\\b`))
  })

  test(`${name} refuses an option it does not know, and does nothing`, () => {
    const { status, stdout, stderr } = baocao(name, '--hepl')
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /^Không có tùy chọn --hepl/)
    assert.match(stderr, /\nCách dùng:/)
  })
}

for (const name of ['migrate', 'seed', 'verify', 'settings'])
  test(`${name} refuses a word it does not know, and does nothing`, () => {
    const { status, stderr } = baocao(name, 'now')
    assert.equal(status, 2)
    assert.match(stderr, /^Thừa «now»: lệnh này không nhận gì thêm[.] Hãy bỏ đi[.]\n/)
  })

test('help of one command is what it says itself', () => {
  assert.equal(baocao('help', 'import').stdout, baocao('import', '--help').stdout)
})

test('migrate brings the schema alone, seed the catalogue as well', async () => {
  const { pool, url, ownerUrl } = await testDatabase()
  const settings = {
    DATABASE_URL: url,
    BAOCAO_OWNER_DATABASE_URL: ownerUrl,
    BAOCAO_ALLOW_UNSAFE_DATABASE: '1',
    BAOCAO_DEMO: '0',
  }
  for (const [name, hasAreas] of [
    ['migrate', false],
    ['seed', true],
  ] as const) {
    const command = runProgram(['bin/baocao.mjs', name], settings)
    assert.equal(await command.ended, 0, command.said())
    const { rows } = await pool.query('select exists (select from areas) as "hasAreas"')
    assert.deepEqual(rows, [{ hasAreas }])
  }
})
