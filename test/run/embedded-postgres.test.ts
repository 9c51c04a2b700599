import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openPool } from '#server/platform/database.ts'
import { exists } from '#server/platform/embedded/process-identity.ts'
import {
  type EmbeddedPostgres,
  joinEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#server/platform/embedded-postgres.ts'

const base = mkdtempSync(path.join(tmpdir(), 'baocao-embedded-'))
// The account that PostgreSQL runs as must get in.
chmodSync(base, 0o711)
const folder = path.join(base, 'postgres')
const settings = { shared_buffers: '32MB' }
const start = (where = folder) => startEmbeddedPostgres({ folder: where, settings })
after(() => rmSync(base, { recursive: true, force: true }))

async function ask(url: string, sql: string): Promise<unknown> {
  const pool = openPool({ url, size: 1 })
  const { rows } = await pool.query(sql).finally(() => pool.end())
  return rows[0]?.answer
}

async function using(work: (server: EmbeddedPostgres) => Promise<void>, where = folder): Promise<void> {
  const server = await start(where)
  await work(server).finally(() => server.stop())
}

const postmasterPid = (root: string) =>
  Number(readFileSync(path.join(root, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])

test('a start broken off while the cluster was made is made good by the next', async () => {
  mkdirSync(path.join(folder, 'cluster.partial/base'), { recursive: true })
  writeFileSync(path.join(folder, 'cluster.partial/PG_VERSION'), '18\n')
  await using(async (server) => {
    assert.equal(await ask(server.url, 'select current_user::text as answer'), 'baocao_app')
    assert.equal(await ask(server.superuserUrl, `select current_setting('data_checksums') as answer`), 'on')
  })
})

test('rows outlive a stop, and the application role cannot change the schema', async () => {
  await using(async (server) => {
    await ask(server.ownerUrl, 'create table kept as select 7 as answer')
    await ask(server.ownerUrl, 'grant select on kept to baocao_app')
    await assert.rejects(ask(server.url, 'create table other ()'), { code: '42501' })
  })
  await using(async (server) => assert.equal(await ask(server.url, 'select answer from kept'), 7))
})

test('a second launcher is refused and told which process runs, a command may join', async () => {
  assert.equal(joinEmbeddedPostgres(folder), undefined)
  await using(async () => {
    await assert.rejects(start(), {
      name: 'StartupRefusal',
      message: new RegExp(`đang chạy.*tiến trình ${process.pid}`),
    })
    const joined = joinEmbeddedPostgres(folder)
    assert.equal(await ask(joined?.url ?? '', 'select answer from kept'), 7)
  })
})

test('a server that outlived its killed launcher is adopted with its rows', async () => {
  const launcher = fork(path.join(import.meta.dirname, 'launcher-program.ts'), [folder])
  const [url] = (await once(launcher, 'message', { signal: AbortSignal.timeout(120_000) })) as [string]
  const pid = postmasterPid(folder)
  launcher.kill('SIGKILL')
  await once(launcher, 'exit')
  assert.equal(await ask(url, 'select answer from kept'), 7)
  await using(async (server) => {
    assert.equal(server.isAdopted, true)
    assert.equal(postmasterPid(folder), pid)
    assert.equal(await ask(server.url, 'select answer from kept'), 7)
  })
  assert.equal(exists(pid), false)
})

test('a server that dies is started again, with every committed row', async () => {
  await using(async (server) => {
    await ask(server.ownerUrl, 'insert into kept values (8)')
    process.kill(postmasterPid(folder), 'SIGKILL')
    let answer: unknown
    for (let tries = 0; answer !== '8' && tries < 1_200; tries++) {
      await wait(100)
      answer = await ask(server.url, 'select max(answer)::text as answer from kept').catch(() => undefined)
    }
    assert.equal(answer, '8')
  })
})

test('a pid file that names a living stranger does not stop the start', async () => {
  writeFileSync(
    path.join(folder, 'cluster/postmaster.pid'),
    `${process.pid}\n${folder}/cluster\n1\n5432\n${folder}/run\n\n0 0\nready\n`,
  )
  await using(async (server) => assert.equal(server.isAdopted, false))
})

test('a lock left by a process that is gone is taken over', async () => {
  writeFileSync(path.join(folder, 'launcher.lock'), JSON.stringify({ pid: process.pid, started: 'another boot/1' }))
  await using(async (server) => assert.equal(await ask(server.url, 'select answer from kept'), 7))
})

test('a broken data folder is refused with the way out', async () => {
  const control = path.join(folder, 'cluster/global/pg_control')
  renameSync(control, `${control}.away`)
  await assert.rejects(start(), { name: 'StartupRefusal', message: /bị hỏng.*sao lưu/ })
  renameSync(`${control}.away`, control)
})

test('a setting the server does not accept is refused with what it said', async () => {
  await assert.rejects(startEmbeddedPostgres({ folder, settings: { shared_buffers: 'nhiều' } }), {
    name: 'StartupRefusal',
    message: /không khởi động được.*shared_buffers/,
  })
})

test('a database of a newer PostgreSQL is refused', async () => {
  const version = path.join(folder, 'cluster/PG_VERSION')
  const before = readFileSync(version)
  writeFileSync(version, '99\n')
  await assert.rejects(start(), { name: 'StartupRefusal', message: /thuộc PostgreSQL 99.*mới hơn/ })
  writeFileSync(version, before)
})

test('a folder too deep for a socket is served on 127.0.0.1, with a password', async () => {
  const deep = path.join(base, 'tên-thư-mục-rất-dài'.repeat(6), 'postgres')
  await using(async (server) => {
    const url = new URL(server.url)
    assert.equal(url.hostname, '127.0.0.1')
    assert.equal(await ask(server.url, 'select 1 as answer'), 1)
    url.password = 'sai'
    await assert.rejects(ask(url.href, 'select 1'), { code: '28P01' })
  }, deep)
})

test('root in a folder only root may enter gets a linked place, and a lost place is refused', async (context) => {
  if (process.getuid?.() !== 0) return context.skip('only root meets this')
  const closed = path.join(base, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const linked = path.join(closed, 'postgres')
  await using(async (server) => {
    assert.ok(lstatSync(linked).isSymbolicLink())
    assert.match(server.root, /^\/var\/lib\/baocao\//)
    assert.equal(await ask(server.url, 'select 1 as answer'), 1)
    context.after(() => rmSync(server.root, { recursive: true, force: true }))
  }, linked)
  rmSync(linked)
  symlinkSync('/var/lib/baocao/khong-con', linked)
  await assert.rejects(start(linked), { name: 'StartupRefusal', message: /không còn tồn tại/ })
})
