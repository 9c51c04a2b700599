/**
 * `npx baocao user …`: accounts from the terminal of the machine, for the first administrator and for emergencies. What
 * it does stands in the journal like any administration.
 */
import { type Role, roles } from '#core/access/roles.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { recordEvent } from '#server/audit/index.ts'
import { type CommandCall, commandArguments, isMisread, type Misread } from '#server/platform/command-arguments.ts'
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

interface NewAccount {
  readonly verb: 'add'
  readonly login: string
  readonly name: string
  readonly agencyCode: string
  readonly role: Role
}

export type UserAsked = NewAccount | { readonly verb: 'password' | 'disable'; readonly login: string }

function askedFor(args: readonly string[]): UserAsked | Misread {
  const given = commandArguments(args, {})
  if (isMisread(given)) return given
  const [verb, ...rest] = given.positionals
  switch (verb) {
    case 'add':
      return newAccount(rest)
    case 'password':
    case 'disable': {
      const [login, surplus] = rest
      if (login === undefined) return { says: 'Thiếu tên đăng nhập. Hãy ghi sau tên việc.' }
      return surplus === undefined ? { verb, login } : { says: `Thừa «${surplus}». Mỗi lần một tài khoản.` }
    }
    default:
      return {
        says: `${verb === undefined ? 'Thiếu việc cần làm' : `Không có việc «${verb}»`}. Hãy ghi add, password hoặc disable.`,
      }
  }
}

function newAccount(given: readonly string[]): NewAccount | Misread {
  const [login, name, agencyCode, named, surplus] = given
  if (surplus !== undefined) return { says: `Thừa «${surplus}». Hãy đặt họ tên trong dấu nháy kép.` }
  if (login === undefined || !name || agencyCode === undefined || named === undefined)
    return { says: 'Cần đủ tên đăng nhập, họ tên, mã cơ quan và vai trò.' }
  const role = roles.find((one) => one === named)
  if (!role) return { says: `Không có vai trò «${named}». Vai trò: ${roles.join(', ')}.` }
  return { verb: 'add', login, name, agencyCode, role }
}

export const userCall: CommandCall<UserAsked> = { usage, read: askedFor }

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

async function add(pool: Pool, asked: NewAccount, terminal: Terminal): Promise<Done> {
  const { login, name, agencyCode, role } = asked
  if (!/^[a-z0-9.-]{2,50}$/.test(login)) {
    return { ok: false, says: 'Tên đăng nhập gồm chữ thường không dấu, chữ số, dấu chấm và gạch nối.' }
  }
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

async function changePassword(pool: Pool, login: string, terminal: Terminal): Promise<Done> {
  const hash = await newPassword(terminal)
  if (!hash) return tooShort
  return endSessionsAfter(pool, login, {
    action: 'account.password',
    change: (db) => setPasswordHash(db, login, hash),
    says: `Đã đổi mật khẩu của ${login}; các phiên đang mở đã kết thúc.`,
  })
}

function disable(pool: Pool, login: string): Promise<Done> {
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
export async function runUser(pool: Pool, asked: UserAsked, terminal: Terminal): Promise<boolean> {
  const done = await perform(pool, asked, terminal)
  terminal.say(done.says)
  return done.ok
}

function perform(pool: Pool, asked: UserAsked, terminal: Terminal): Promise<Done> {
  switch (asked.verb) {
    case 'add':
      return add(pool, asked, terminal)
    case 'password':
      return changePassword(pool, asked.login, terminal)
    case 'disable':
      return disable(pool, asked.login)
  }
}
