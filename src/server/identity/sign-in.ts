/**
 * Signing in, giving the password again before approving, signing out. The password is looked at outside any
 * transaction: hashing takes long and must not hold a connection. A wrong name and a wrong password are the same no.
 */
import type { FastifyRequest } from 'fastify'
import { type Result, refuse } from '#contract/problems.ts'
import { foldText } from '#core/quantity/text.ts'
import { type AuditEvent, recordEvent } from '#server/audit/index.ts'
import { type Pool, transaction } from '#server/platform/database.ts'
import { findAccount, passwordHashOf } from './account-queries.ts'
import { isPassword } from './passwords.ts'
import { newToken, type Token } from './session-cookie.ts'
import { addSession, endSession, renewSession } from './session-queries.ts'
import {
  countAttempt,
  forgiveAccount,
  lockIfSpent,
  type Throttled,
  takeBackAttempt,
} from './sign-in-throttle-queries.ts'

interface Attempt {
  readonly login: string
  readonly password: string
}

/** A whole department may sit behind one address, so a source may fail more often than an account. */
const limits = { account: 5, source: 30 }

function throttlesOf(login: string, address: string): readonly [Throttled, Throttled] {
  return [
    { key: `account:${login}`, limit: limits.account },
    { key: `source:${address}`, limit: limits.source },
  ]
}

function circumstances(request: FastifyRequest): Pick<AuditEvent, 'requestId' | 'address'> {
  return { requestId: request.id, address: request.ip }
}

/** Minutes to wait, or null. Counts the attempt. */
async function throttled(pool: Pool, throttles: readonly Throttled[]): Promise<number | null> {
  const waits: number[] = []
  for (const one of throttles) {
    const wait = await countAttempt(pool, one)
    if (wait !== null) waits.push(wait)
  }
  return waits.length > 0 ? Math.max(...waits) : null
}

async function afterFailure(pool: Pool, throttles: readonly Throttled[], event: AuditEvent): Promise<void> {
  await transaction(pool, async (db) => {
    for (const one of throttles) await lockIfSpent(db, one)
    await recordEvent(db, event)
  })
}

function tooMany(minutes: number) {
  return refuse('session.throttled', { minutes, retryAfter: minutes * 60 })
}

export interface SignedIn {
  readonly token: Token
}

export async function signIn(
  pool: Pool,
  request: FastifyRequest,
  { login: typed, password, previous }: Attempt & { readonly previous: Buffer | undefined },
): Promise<Result<SignedIn>> {
  const login = foldText(typed)
  const throttles = throttlesOf(login, request.ip)
  const account = await findAccount(pool, login)
  const event = { ...circumstances(request), accountId: account?.id ?? null, action: 'session.sign-in' }
  const minutes = await throttled(pool, throttles)
  if (minutes !== null) {
    await recordEvent(pool, { ...event, outcome: 'refused', reason: 'session.throttled' })
    return tooMany(minutes)
  }
  const isRight = await isPassword(password, account?.passwordHash ?? null)
  if (!account || !isRight) {
    await afterFailure(pool, throttles, { ...event, outcome: 'failed', reason: 'session.wrong-password' })
    return refuse('session.wrong-password')
  }
  const token = newToken()
  await transaction(pool, async (db) => {
    if (previous) await endSession(db, previous)
    await addSession(db, {
      token: token.hash,
      accountId: account.id,
      csrfToken: newToken().text,
      address: request.ip,
      agent: (request.headers['user-agent'] ?? '').slice(0, 300),
    })
    await forgiveAccount(db, throttles[0].key)
    await takeBackAttempt(db, throttles[1].key)
    await recordEvent(db, { ...event, outcome: 'done' })
  })
  return { ok: true, value: { token } }
}

export interface Confirmation {
  readonly accountId: number
  readonly login: string
  readonly password: string
  readonly token: Buffer
}

/** The password again: the session gets a new token and counts as just authenticated. */
export async function confirmPassword(
  pool: Pool,
  request: FastifyRequest,
  it: Confirmation,
): Promise<Result<SignedIn>> {
  const throttles = throttlesOf(it.login, request.ip)
  const event = { ...circumstances(request), accountId: it.accountId, action: 'session.confirm' }
  const minutes = await throttled(pool, throttles)
  if (minutes !== null) {
    await recordEvent(pool, { ...event, outcome: 'refused', reason: 'session.throttled' })
    return tooMany(minutes)
  }
  if (!(await isPassword(it.password, await passwordHashOf(pool, it.accountId)))) {
    await afterFailure(pool, throttles, { ...event, outcome: 'failed', reason: 'session.wrong-confirmation' })
    return refuse('session.wrong-confirmation')
  }
  const token = newToken()
  return transaction(pool, async (db): Promise<Result<SignedIn>> => {
    if (!(await renewSession(db, it.token, token.hash))) return refuse('session.required')
    await forgiveAccount(db, throttles[0].key)
    await takeBackAttempt(db, throttles[1].key)
    await recordEvent(db, { ...event, outcome: 'done' })
    return { ok: true, value: { token } }
  })
}

export async function signOut(pool: Pool, request: FastifyRequest, token: Buffer): Promise<void> {
  await transaction(pool, async (db) => {
    await endSession(db, token)
    await recordEvent(db, {
      ...circumstances(request),
      accountId: request.accountId,
      action: 'session.sign-out',
      outcome: 'done',
    })
  })
}
