/**
 * Stands before every route: who calls, for which agency, and whether the page that calls is ours. A route is closed
 * unless it says otherwise. A writing request must carry the session's CSRF token and come from our own site.
 */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemCode } from '#contract/problems.ts'
import { type Access, deny } from '#server/platform/route.ts'
import type { Caller } from './caller.ts'
import { tokenOf } from './session-cookie.ts'
import { findCaller, markSeen } from './session-queries.ts'
import type { SessionSettings } from './settings.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

function isSame(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Browsers say where a request comes from; what is no browser does not and carries no cookie by itself. */
function isForeignSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

/** An EventSource cannot set headers, so its address may name the agency. */
function wantedAgency(request: FastifyRequest): string | undefined {
  const header = request.headers['x-acting-agency']
  if (typeof header === 'string') return header
  const { agency } = request.query as { agency?: unknown }
  return request.routeOptions.config.isBackground && typeof agency === 'string' ? agency : undefined
}

function actingFor(caller: Caller, code: string | undefined): Caller | undefined {
  if (code === undefined) return caller
  const agency = caller.agencies.find((one) => one.code === code)
  return agency && { ...caller, agency }
}

/** Who the request's session stands for by now; undefined once it has ended or the agency is no longer theirs. */
export async function callerNow(request: FastifyRequest, settings: SessionSettings): Promise<Caller | undefined> {
  const token = tokenOf(request, settings.isHttps)
  const found = token && (await findCaller(request.server.platform.pool, token, settings))
  return found && actingFor(found.caller, wantedAgency(request))
}

function rightsOf(caller: Caller | undefined): readonly string[] {
  const agency = caller?.agency
  return agency ? agency.roles.map((role) => `${agency.code}:${role}`) : []
}

/**
 * A window names whose it is: signed in elsewhere in the same browser, somebody else's cookie comes with its requests.
 * What is no window of ours names nobody.
 */
function isOfAnother(request: FastifyRequest, { account }: Caller): boolean {
  const named = request.headers['x-account']
  return named !== undefined && named !== encodeURIComponent(account.login)
}

async function identify(request: FastifyRequest, settings: SessionSettings): Promise<ProblemCode | undefined> {
  const { pool } = request.server.platform
  const token = tokenOf(request, settings.isHttps)
  const found = token && (await findCaller(pool, token, settings))
  if (!found || isOfAnother(request, found.caller)) return 'session.required'
  if (found.isStale && !request.routeOptions.config.isBackground) await markSeen(pool, token)
  const caller = actingFor(found.caller, wantedAgency(request))
  request.accountId = found.caller.account.id
  request.caller = caller ?? found.caller
  request.rights = rightsOf(caller)
  return caller ? undefined : 'session.not-your-agency'
}

function refusal(request: FastifyRequest, access: Access, unknown: ProblemCode | undefined): ProblemCode | undefined {
  if (access === 'public') return undefined
  if (request.caller === null) return 'session.required'
  const isWrite = !safe.has(request.method)
  if (isWrite && !isSame(request.headers['x-csrf-token'], request.caller.session.csrfToken)) return 'session.csrf'
  if (access === 'session') return undefined
  return unknown ?? (request.caller.agency === null ? 'session.not-your-agency' : undefined)
}

export function guardRoutes(app: FastifyInstance, settings: SessionSettings): void {
  app.decorateRequest('caller', null)
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.is404) return
    if (!safe.has(request.method) && isForeignSite(request)) return deny(request, reply, 'session.csrf')
    const access = request.routeOptions.config.access ?? 'agency'
    const unknown = access === 'public' ? undefined : await identify(request, settings)
    const code = refusal(request, access, unknown)
    if (!code) return
    if (code === 'session.not-your-agency') await request.server.platform.journalDenial(request, { code, details: {} })
    return deny(request, reply, code)
  })
}
