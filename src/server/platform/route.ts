/**
 * How a slice offers something over HTTP. `write` runs its handler in one transaction, rolled back by a refusal;
 * `read` asks the pool, or one snapshot; `act` is for the few that decide about transactions themselves. Shapes come
 * from the contract: they check what comes in, what goes out, and become the OpenAPI document.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Problem, problem, problemJson, problems, type Result, refuse } from '#contract/problems.ts'
import { type Db, type Pool, transaction } from './database.ts'
import { keepAnswer, type Repeatable, takeKey } from './idempotency.ts'
import { sendProblems } from './render-problem.ts'

/** Who may call: anybody; anybody signed in; whoever acts for an agency (the default). */
export type Access = 'public' | 'session' | 'agency'

export interface Platform {
  readonly pool: Pool
  /** Told after each committed write. */
  readonly committed: Set<() => void>
  /** Journals what was denied; set by the composition. */
  journalDenial: (request: FastifyRequest, denied: Problem) => Promise<void>
}

declare module 'fastify' {
  interface FastifyInstance {
    platform: Platform
  }
  interface FastifyRequest {
    /** Who calls, for what is kept per account; null while nobody is signed in. */
    accountId: number | null
    /** What the caller may do now, in whatever words; an answer is repeated only to whoever still may. */
    rights: readonly string[] | null
  }
  interface FastifyContextConfig {
    access?: Access
    /** A request of the page itself, not of the person: it does not keep a session alive. */
    isBackground?: boolean
  }
}

export interface Shape<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  /** One Vietnamese line for the OpenAPI document. */
  readonly summary: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answer: A
  readonly status?: 200 | 201
  readonly access?: Access
  readonly isBackground?: boolean
}

export interface Call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly body: z.output<B>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type None = z.ZodUndefined
type Answer<A extends z.ZodType> = Promise<Result<z.output<A>>>

const problemAnswer = {
  description: 'Từ chối, kèm mã và cách xử lý',
  content: { 'application/problem+json': { schema: problemJson } },
}

function isDenial({ code }: Problem): boolean {
  return problems[code].status === 403 || code === 'request.not-found'
}

/** The handler opens its own transactions, or needs none. */
export function act<
  A extends z.ZodType,
  P extends z.ZodType = None,
  Q extends z.ZodType = None,
  B extends z.ZodType = None,
>(app: FastifyInstance, shape: Shape<P, Q, B, A>, handler: (call: Call<P, Q, B>) => Answer<A>): void {
  const status = shape.status ?? 200
  app.route({
    method: shape.method ?? 'GET',
    url: shape.url,
    config: { access: shape.access ?? 'agency', isBackground: shape.isBackground ?? false },
    schema: {
      summary: shape.summary,
      tags: [shape.url.split('/')[2] ?? ''],
      querystring: shape.query ?? z.strictObject({}),
      ...(shape.params && { params: shape.params }),
      ...(shape.body && { body: shape.body }),
      response: { [status]: shape.answer, default: problemAnswer },
    },
    handler: async (request, reply) => {
      const { params, query, body } = request as unknown as Call<P, Q, B>
      const result = await handler({ params, query, body, request, reply })
      if (result.ok) return reply.code(status).send(result.value)
      const denied = result.problems.find(isDenial)
      if (denied) await app.platform.journalDenial(request, denied)
      return sendProblems(request, reply, result.problems)
    },
  })
}

export interface Reading {
  /** All queries of the handler see one state of the database. */
  readonly snapshot?: boolean
}

export function read<A extends z.ZodType, P extends z.ZodType = None, Q extends z.ZodType = None>(
  app: FastifyInstance,
  { snapshot = false, ...shape }: Shape<P, Q, None, A> & Reading,
  handler: (call: Call<P, Q, None> & { readonly db: Db }) => Answer<A>,
): void {
  const { pool } = app.platform
  const whole = { isolation: 'repeatable read', readOnly: true } as const
  act(app, shape, (call) =>
    snapshot ? transaction(pool, (db) => handler({ ...call, db }), whole) : handler({ ...call, db: pool }),
  )
}

export interface Writing {
  /** Whether `Idempotency-Key` must come with it. A key that comes is always honoured. */
  readonly idempotencyKey?: 'required' | 'optional'
  /** All statements of the handler see one state of the database; a row that has moved since is met by running again. */
  readonly snapshot?: boolean
}

const longestKey = 200

function repeatable(request: FastifyRequest, needed: Writing['idempotencyKey']): Result<Repeatable | undefined> {
  const key = request.headers['idempotency-key']
  if (key === undefined) return needed === 'required' ? refuse('request.key-missing') : { ok: true, value: undefined }
  if (typeof key !== 'string' || key === '' || key.length > longestKey)
    return refuse('request.invalid', { what: 'Idempotency-Key' })
  const { accountId, rights, method, url, body, headers } = request
  if (accountId === null) return { ok: true, value: undefined }
  return {
    ok: true,
    value: {
      accountId,
      rights: rights ?? [],
      key,
      request: [method, url, headers['x-acting-agency'] ?? '', headers['if-match'] ?? '', body],
    },
  }
}

interface Once<T> extends Repeatable {
  readonly status: number
  work(): Promise<Result<T>>
}

async function once<T>(db: Db, it: Once<T>): Promise<Result<T>> {
  const taken = await takeKey(db, it)
  if (taken.kind === 'refused') return { ok: false, problems: [taken.problem] }
  // What was kept passed the answer's shape when it was given first, and passes it again on its way out.
  if (taken.kind === 'repeated') return { ok: true, value: taken.kept.response as T }
  const result = await it.work()
  if (result.ok) await keepAnswer(db, it, { status: it.status, response: result.value })
  return result
}

/** One transaction, which may run several times: the handler has no effect outside the database but on the reply. */
export function write<
  A extends z.ZodType,
  P extends z.ZodType = None,
  Q extends z.ZodType = None,
  B extends z.ZodType = None,
>(
  app: FastifyInstance,
  { idempotencyKey = 'optional', snapshot = false, ...shape }: Shape<P, Q, B, A> & Writing,
  handler: (call: Call<P, Q, B> & { readonly db: Db }) => Answer<A>,
): void {
  const { pool, committed } = app.platform
  act(app, { method: 'POST', ...shape }, async (call) => {
    const repeat = repeatable(call.request, idempotencyKey)
    if (!repeat.ok) return repeat
    const it = repeat.value
    const result = await transaction(
      pool,
      (db) => {
        const work = () => handler({ ...call, db })
        return it ? once(db, { ...it, status: shape.status ?? 200, work }) : work()
      },
      { isolation: snapshot ? 'repeatable read' : 'read committed' },
    )
    if (result.ok) for (const tell of committed) tell()
    return result
  })
}

/** A refusal outside a route's handler, e.g. by a guard. */
export function deny(request: FastifyRequest, reply: FastifyReply, code: Problem['code']): FastifyReply {
  return sendProblems(request, reply, [problem(code)])
}
