/** The session over HTTP, and the page in front of it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Result, refuse } from '#contract/problems.ts'
import {
  reauthentication,
  type Session,
  session,
  signIn as signInShape,
  type Welcome,
  welcome,
} from '#contract/session.ts'
import { databaseNow } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/database.ts'
import { positionText, presentPosition } from '#server/platform/feed.ts'
import { act, read } from '#server/platform/route.ts'
import { demonstrationAccounts } from './account-queries.ts'
import { type Caller, callerOf, placesOf } from './caller.ts'
import { giveCookie, takeCookie, tokenOf } from './session-cookie.ts'
import { findCaller } from './session-queries.ts'
import type { SessionSettings } from './settings.ts'
import { confirmPassword, type SignedIn, signIn, signOut } from './sign-in.ts'

async function view(db: Db, caller: Caller, settings: SessionSettings): Promise<Session> {
  const { login, name, position, addressForm, isDemonstration } = caller.account
  const { agency } = caller
  const readsTable =
    agency !== null &&
    (await settings.readsTable(db, { accountId: caller.account.id, agencyId: agency.id, roles: agency.roles }))
  return {
    account: { login, name, position, addressForm },
    agencies: caller.agencies.map(({ code, name, shortName, roles }) => ({ code, name, shortName, roles: [...roles] })),
    actingAgency: agency?.code ?? null,
    places: placesOf(agency?.roles ?? [], readsTable),
    csrfToken: caller.session.csrfToken,
    isDemonstration,
    province: await settings.province(db),
    idleMinutes: settings.idleMinutes,
    feedPosition: positionText(await presentPosition(db)),
    serverTime: await databaseNow(db),
  }
}

async function present(reply: FastifyReply, settings: SessionSettings, { token }: SignedIn): Promise<Result<Session>> {
  const { pool } = reply.server.platform
  const found = await findCaller(pool, token.hash, settings)
  if (!found) return refuse('session.required')
  giveCookie(reply, token, settings.isHttps)
  return { ok: true, value: await view(pool, found.caller, settings) }
}

async function greeting(app: FastifyInstance, settings: SessionSettings): Promise<Welcome> {
  const { pool } = app.platform
  const shown = settings.demonstrationPassword === null ? [] : await demonstrationAccounts(pool)
  return {
    province: await settings.province(pool),
    isDemonstration: settings.demonstrationPassword !== null,
    demonstrationAccounts: [...shown],
    demonstrationPassword: settings.demonstrationPassword,
    support: settings.support,
    serverTime: await databaseNow(pool),
  }
}

function tokenOfRequest(request: FastifyRequest, settings: SessionSettings): Buffer {
  return tokenOf(request, settings.isHttps) ?? Buffer.alloc(0)
}

function registerSignIn(app: FastifyInstance, settings: SessionSettings): void {
  const { pool } = app.platform
  const url = '/api/session'
  act(
    app,
    { method: 'POST', url, summary: 'Đăng nhập', access: 'public', body: signInShape, answer: session },
    async ({ body, request, reply }) => {
      const previous = tokenOf(request, settings.isHttps)
      const result = await signIn(pool, request, { login: body.account, password: body.password, previous })
      return result.ok ? present(reply, settings, result.value) : result
    },
  )
  act(
    app,
    {
      method: 'POST',
      url: `${url}/confirm`,
      summary: 'Nhập lại mật khẩu trước khi phê duyệt',
      access: 'session',
      body: reauthentication,
      answer: session,
    },
    async ({ body, request, reply }) => {
      const { id: accountId, login } = callerOf(request).account
      const token = tokenOfRequest(request, settings)
      const result = await confirmPassword(pool, request, { accountId, login, password: body.password, token })
      return result.ok ? present(reply, settings, result.value) : result
    },
  )
}

export function registerIdentity(app: FastifyInstance, settings: SessionSettings): void {
  registerSignIn(app, settings)
  read(
    app,
    { url: '/api/session', summary: 'Phiên làm việc hiện tại', access: 'session', answer: session },
    async ({ db, request }) => ({ ok: true, value: await view(db, callerOf(request), settings) }),
  )
  act(
    app,
    { method: 'DELETE', url: '/api/session', summary: 'Đăng xuất', access: 'session', answer: z.strictObject({}) },
    async ({ request, reply }) => {
      await signOut(app.platform.pool, request, tokenOfRequest(request, settings))
      takeCookie(reply, settings.isHttps)
      return { ok: true, value: {} }
    },
  )
  read(
    app,
    { url: '/api/welcome', summary: 'Trang trước khi đăng nhập', access: 'public', answer: welcome },
    async () => ({ ok: true, value: await greeting(app, settings) }),
  )
}
