import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/api/app.ts'
import { Client } from '#test/api/client.ts'
import { atTerminal } from '#test/builders/terminal.ts'
import { addCast } from '#test/cast.ts'
import { testDatabase } from '#test/db.ts'
import { runUser, userCall } from './user-command.ts'

const db = await testDatabase()
await addCast(db.owner)
const app = await testApp(db)

const user = (args: readonly string[], secret = 'một mật khẩu dài') =>
  atTerminal(userCall, args, (asked, say) => runUser(db.pool, asked, { say, askSecret: async () => secret }))

test('an account made at the terminal can sign in, with its role', async () => {
  assert.ok((await user(['add', 'dung', 'Ngô Văn Dũng', 'SKHDT', 'viewer'])).isGood)
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
  [['remove'], undefined, /Không có việc «remove».*\nCách dùng/],
  [['disable'], undefined, /Thiếu tên đăng nhập/],
  [['disable', 'dung', 'lan'], undefined, /Thừa «lan»/],
  [['disable', 'dung', '--now'], undefined, /Không có tùy chọn --now: lệnh này không nhận/],
] as const)
  test(`«user ${args.join(' ')}»${secret ? ' with a short password' : ''} is refused: ${says.source}`, async () => {
    const { isGood, said } = await user(args, secret)
    assert.equal(isGood, false)
    assert.match(said, says)
  })

test('a refused account leaves nothing behind', async () => {
  const { rows } = await db.pool.query(`select login from accounts where login = 'nga'`)
  assert.deepEqual(rows, [])
})

test('a new password and a disabled account end open sessions, and both stand in the journal', async () => {
  const client = new Client(app)
  await client.signIn('dung', 'một mật khẩu dài')
  assert.ok((await user(['password', 'dung'], 'mật khẩu khác hẳn')).isGood)
  assert.equal((await client.get('/api/session')).status, 401)
  assert.equal((await client.signIn('dung', 'mật khẩu khác hẳn')).status, 200)
  assert.ok((await user(['disable', 'dung'])).isGood)
  assert.equal((await client.get('/api/session')).status, 401)
  const { rows } = await db.pool.query(`select action from audit_events where object = 'account:dung' order by id`)
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['account.add', 'account.password', 'account.disable'],
  )
})
