/**
 * `npx baocao user …`: accounts from the terminal of the machine, for the first administrator and for emergencies. What
 * it does stands in the journal like any administration.
 */
import { type Role, roles } from '#core/access/roles.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { recordEvent } from '#server/audit/index.ts'
import { type Db, type Pool, transaction } from '#server/platform/database.ts'
import { addAccount, addRole, disableAccount, setPasswordHash } from './account-queries.ts'
import { hashPassword } from './passwords.ts'
import { endSessionsOf } from './session-queries.ts'

export interface Terminal {
  readonly say: (line: string) => void
  /** Reads a line that is not shown. */
  readonly askSecret: (prompt: string) => Promise<string>
}

const usage = `Cách dùng:
  npx baocao user add <tên đăng nhập> "<họ tên>" <mã cơ quan> <vai trò>
  npx baocao user password <tên đăng nhập>
  npx baocao user disable <tên đăng nhập>
Vai trò: ${roles.join(', ')}`

const shortestPassword = 10

/** What was done, or why not. */
type Done = { readonly ok: boolean; readonly says: string }

function journal(db: Db, action: string, login: string): Promise<void> {
  return recordEvent(db, { action, object: `account:${login}`, outcome: 'done', address: 'cli' })
}

async function newPassword(terminal: Terminal): Promise<string | undefined> {
  const secret = await terminal.askSecret('Mật khẩu mới: ')
  return [...secret].length >= shortestPassword ? hashPassword(secret) : undefined
}

const tooShort: Done = { ok: false, says: `Mật khẩu cần ít nhất ${shortestPassword} ký tự.` }

async function add(pool: Pool, args: readonly string[], terminal: Terminal): Promise<Done> {
  const [login = '', name = '', agencyCode = '', role = ''] = args
  if (!/^[a-z0-9.-]{2,50}$/.test(login)) {
    return { ok: false, says: 'Tên đăng nhập gồm chữ thường không dấu, chữ số, dấu chấm và gạch nối.' }
  }
  if (name === '' || !roles.includes(role as Role)) return { ok: false, says: usage }
  const passwordHash = await newPassword(terminal)
  if (!passwordHash) return tooShort
  return transaction(pool, async (db): Promise<Done> => {
    if (!(await addAccount(db, { login, name: normalizeText(name), passwordHash }))) {
      return { ok: false, says: `Đã có tài khoản ${login}.` }
    }
    if (!(await addRole(db, { login, agencyCode, role }))) return { ok: false, says: `Không có cơ quan ${agencyCode}.` }
    await journal(db, 'account.add', login)
    return { ok: true, says: `Đã tạo tài khoản ${login} (${role} tại ${agencyCode}).` }
  })
}

async function changePassword(pool: Pool, [login = '']: readonly string[], terminal: Terminal): Promise<Done> {
  const hash = await newPassword(terminal)
  if (!hash) return tooShort
  return endSessionsAfter(pool, login, {
    action: 'account.password',
    change: (db) => setPasswordHash(db, login, hash),
    says: `Đã đổi mật khẩu của ${login}; các phiên đang mở đã kết thúc.`,
  })
}

function disable(pool: Pool, [login = '']: readonly string[]): Promise<Done> {
  return endSessionsAfter(pool, login, {
    action: 'account.disable',
    change: (db) => disableAccount(db, login),
    says: `Đã khóa tài khoản ${login}; các phiên đang mở đã kết thúc.`,
  })
}

interface Change {
  readonly action: string
  readonly says: string
  change(db: Db): Promise<number | undefined>
}

function endSessionsAfter(pool: Pool, login: string, { action, change, says }: Change): Promise<Done> {
  return transaction(pool, async (db): Promise<Done> => {
    const id = await change(db)
    if (id === undefined) return { ok: false, says: `Không có tài khoản ${login}.` }
    await endSessionsOf(db, id)
    await journal(db, action, login)
    return { ok: true, says }
  })
}

/** False when nothing was done. */
export async function runUser(pool: Pool, args: readonly string[], terminal: Terminal): Promise<boolean> {
  const [verb, ...rest] = args
  const done = await perform(pool, { verb, rest }, terminal)
  terminal.say(done.says)
  return done.ok
}

async function perform(
  pool: Pool,
  { verb, rest }: { readonly verb: string | undefined; readonly rest: readonly string[] },
  terminal: Terminal,
): Promise<Done> {
  switch (verb) {
    case 'add':
      return add(pool, rest, terminal)
    case 'password':
      return changePassword(pool, rest, terminal)
    case 'disable':
      return disable(pool, rest)
    default:
      return { ok: false, says: usage }
  }
}
