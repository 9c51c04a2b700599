import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { exists } from '#server/platform/embedded/process-identity.ts'
import { type Program, runProgram } from './program.ts'

const base = mkdtempSync(path.join(tmpdir(), 'baocao-start-'))
chmodSync(base, 0o711)
const environment = { BAOCAO_DATA_DIR: path.join(base, 'data'), PORT: '0' }
const start = (more: Readonly<Record<string, string>> = {}) =>
  runProgram(['bin/run.mjs', 'tools/start.ts'], { ...environment, ...more })
const postmasterPid = () =>
  Number(readFileSync(path.join(base, 'data/postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
const running = /đang chạy tại (http:\S+)/
after(() => rmSync(base, { recursive: true, force: true }))

/** With how many milliseconds it took. */
async function started(): Promise<{ readonly program: Program; readonly address: string; readonly took: number }> {
  const before = performance.now()
  const program = start()
  const [, address = ''] = await program.until(running)
  return { program, address, took: performance.now() - before }
}
let fromNothing = 0

test('npm start serves from nothing, and Ctrl-C stops every part', async () => {
  const { program, address, took } = await started()
  fromNothing = took
  assert.equal((await fetch(`${address}/health/live`)).status, 200)
  const postmaster = postmasterPid()
  program.child.kill('SIGINT')
  assert.equal(await program.ended, 0)
  assert.equal(exists(postmaster), false)
})

test('a second start does nothing over again, refuses a third beside it, and lets a command work meanwhile', async () => {
  const { program, took } = await started()
  // How long either takes is the machine's; making the database and its figures over again would take as long again.
  assert.ok(took < fromNothing / 2, `${took} ms, and ${fromNothing} ms from nothing`)
  const beside = start()
  assert.equal(await beside.ended, 2)
  assert.match(beside.said(), /đang chạy với cơ sở dữ liệu/)
  const command = runProgram(['bin/baocao.mjs', 'migrate'], environment)
  assert.equal(await command.ended, 0, command.said())
  program.child.kill('SIGTERM')
  assert.equal(await program.ended, 0)
})

test('production refuses a database whose demonstration accounts are open', async () => {
  const program = start({ NODE_ENV: 'production', BAOCAO_ALLOW_HTTP: '1' })
  assert.equal(await program.ended, 2)
  assert.match(program.said(), /tài khoản trình diễn đang mở/)
})

test('after kill -9 the next start takes over and the worker of the first is gone', async () => {
  const killed = start()
  await killed.until(running)
  const postmaster = postmasterPid()
  killed.child.kill('SIGKILL')
  await killed.ended
  const program = start({ BAOCAO_LOG_LEVEL: 'warn' })
  await program.until(running)
  assert.equal(postmasterPid(), postmaster)
  program.child.kill('SIGINT')
  assert.equal(await program.ended, 0)
})

test('a port in use is named, and the database does not stay behind', async (context) => {
  const other = createServer().listen(0, 'localhost')
  context.after(() => other.close())
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  const program = start({ PORT: String(port) })
  assert.equal(await program.ended, 2)
  assert.match(program.said(), new RegExp(`Cổng ${port} đang được chương trình khác dùng`))
  assert.throws(postmasterPid)
})

for (const [what, wrong, message] of [
  ['a wrong setting', { PORT: 'tám' }, /PORT có giá trị «tám»/],
  ['an unknown setting', { BAOCAO_PROT: '1' }, /BAOCAO_PROT không có trong chương trình/],
  [
    'demonstration data in production',
    { NODE_ENV: 'production', BAOCAO_DEMO: '1', BAOCAO_ALLOW_HTTP: '1' },
    /BAOCAO_DEMO=1/,
  ],
  [
    'a database server that is not there',
    { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' },
    /Không kết nối được PostgreSQL/,
  ],
] as const) {
  test(`${what} ends the start in plain words`, async () => {
    const program = start(wrong)
    assert.equal(await program.ended, 2)
    assert.match(program.said(), message)
    assert.doesNotMatch(program.said(), /\n\s+at /)
  })
}
