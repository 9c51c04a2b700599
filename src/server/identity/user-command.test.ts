import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/api/app.ts'
import { Client } from '#test/api/client.ts'
import { addCast } from '#test/cast.ts'
import { testDatabase } from '#test/db.ts'
import { runUser } from './user-command.ts'

const db = await testDatabase()
await addCast(db.owner)
const app = await testApp(db)

async function user(args: readonly string[], secret = 'một mật khẩu dài') {
  const said: string[] = []
  const ok = await runUser(db.pool, args, { say: (line) => said.push(line), askSecret: async () => secret })
  return { ok, said: said.join('\n') }
}

test('an account made at the terminal can sign in, with its role', async () => {
  assert.ok((await user(['add', 'dung', 'Ngô Văn Dũng', 'SKHDT', 'viewer'])).ok)
  const client = new Client(app)
  assert.equal((await client.signIn('dung', 'một mật khẩu dài')).status, 200)
  assert.deepEqual(client.session?.agencies[0]?.roles, ['viewer'])
})

for (const [args, secret, says] of [
  [['add', 'dung', 'Ngô Văn Dũng', 'SKHDT', 'viewer'], undefined, /Đã có/],
  [['add', 'nga', 'Nga', 'KHONG-CO', 'viewer'], undefined, /Không có cơ quan/],
  [['add', 'nga', 'Nga', 'SKHDT', 'boss'], undefined, /Vai trò/],
  [['add', 'Nga Nga', 'Nga', 'SKHDT', 'viewer'], undefined, /Tên đăng nhập/],
  [['password', 'dung'], 'ngắn', /ít nhất/],
  [['disable', 'nobody'], undefined, /Không có tài khoản/],
  [['remove'], undefined, /Cách dùng/],
] as const)
  test(`«user ${args.join(' ')}»${secret ? ' with a short password' : ''} is refused: ${says.source}`, async () => {
    const { ok, said } = await user(args, secret)
    assert.equal(ok, false)
    assert.match(said, says)
  })

test('a refused account leaves nothing behind', async () => {
  const { rows } = await db.pool.query(`select login from accounts where login = 'nga'`)
  assert.deepEqual(rows, [])
})

test('a new password and a disabled account end open sessions, and both stand in the journal', async () => {
  const client = new Client(app)
  await client.signIn('dung', 'một mật khẩu dài')
  assert.ok((await user(['password', 'dung'], 'mật khẩu khác hẳn')).ok)
  assert.equal((await client.get('/api/session')).status, 401)
  assert.equal((await client.signIn('dung', 'mật khẩu khác hẳn')).status, 200)
  assert.ok((await user(['disable', 'dung'])).ok)
  assert.equal((await client.get('/api/session')).status, 401)
  const { rows } = await db.pool.query(`select action from audit_events where object = 'account:dung' order by id`)
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['account.add', 'account.password', 'account.disable'],
  )
})
