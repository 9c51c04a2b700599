/**
 * The HTTP side of the program without any domain word: headers, body and shape checks, one way to answer refusals and
 * failures, log lines, OpenAPI. Slices add their routes with `read`, `write` and `act`; pages are served last.
 */
import { randomBytes } from 'node:crypto'
import fastifyCookie from '@fastify/cookie'
import fastifySwagger from '@fastify/swagger'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problem, problems } from '#contract/problems.ts'
import { closeConnectionsOnStop } from './close-connections.ts'
import type { Pool } from './database.ts'
import { registerHealth } from './health.ts'
import { parseJsonBody } from './json-body.ts'
import { sendProblems } from './render-problem.ts'
import { renderErrors } from './request-errors.ts'
import type { Platform } from './route.ts'
import { setSecurityHeaders } from './security-headers.ts'

export interface HttpOptions {
  readonly pool: Pool
  readonly log: FastifyBaseLogger
  readonly isHttps: boolean
  readonly allowUnsafeDatabase: boolean
  /** Whether a proxy in front tells the caller's address. */
  readonly trustProxy?: boolean
}

const bodyLimit = 1_048_576
/** To send a whole request; a caller who trickles is cut off. */
const requestTimeout = 30_000
/** Requests that wait for a connection beyond this many are answered 503 at once instead of much later. */
const longestQueue = 60
/** Without letters that look alike, so that an id can be read out over the telephone. */
const idAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

function newRequestId(): string {
  return Array.from(randomBytes(10), (byte) => idAlphabet[byte % idAlphabet.length]).join('')
}

function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, text, done) => {
    const body = parseJsonBody(String(text))
    if (body.ok) done(null, body.value)
    else done(Object.assign(new Error(body.what), { statusCode: 400 }), undefined)
  })
}

function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        path: request.url.split('?')[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        account: request.accountId,
        address: request.ip,
      },
      'answered',
    )
  })
}

function shedLoad(app: FastifyInstance, pool: Pool): void {
  app.addHook('onRequest', async (request, reply) => {
    if (pool.waitingCount <= longestQueue || request.url.startsWith('/health/')) return
    return sendProblems(request, reply, [problem('system.busy')])
  })
}

/** No database keeps a NUL, so nothing that exists has one in its address. */
function refuseNul(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.includes('%00')) return sendProblems(request, reply, [problem('request.invalid', { what: '%00' })])
  })
}

async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Hệ thống báo cáo kinh tế – xã hội',
        version: '1',
        description: 'Số là chuỗi thập phân chính xác',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}

const problemText = z.strictObject({ code: z.string(), status: z.number().int(), vi: z.string(), en: z.string() })

/** To be called before the first route of a slice; `servePages` comes after the last. */
export async function openHttpApp(options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit,
    // One proxy is believed: what a caller wrote into the header before it is not.
    trustProxy: options.trustProxy ? (_address, hop) => hop === 0 : false,
    requestTimeout,
    genReqId: newRequestId,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  const platform: Platform = { pool: options.pool, committed: new Set(), journalDenial: async () => {} }
  app.decorate('platform', platform)
  app.decorateRequest('accountId', null)
  app.decorateRequest('rights', null)
  closeConnectionsOnStop(app)
  readBodies(app)
  renderErrors(app)
  await setSecurityHeaders(app, options.isHttps)
  await app.register(fastifyCookie)
  await describeRoutes(app)
  shedLoad(app, options.pool)
  refuseNul(app)
  logAnswers(app)
  registerHealth(app, options)
  return app
}

/** What the API says about itself: the OpenAPI document and every problem it can answer with. */
export function registerDescription(app: FastifyInstance): void {
  const open = { access: 'public' as const }
  app.get('/api/openapi.json', { config: open, schema: { hide: true } }, () => app.swagger())
  app.get(
    '/api/problems',
    {
      config: open,
      schema: { summary: 'Mọi mã từ chối', tags: ['problems'], response: { 200: z.array(problemText) } },
    },
    async () => Object.entries(problems).map(([code, { status, vi, en }]) => ({ code, status, vi, en })),
  )
}
