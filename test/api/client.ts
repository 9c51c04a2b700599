/**
 * Talks to the program as the page does: cookie, CSRF token, acting agency, a fresh Idempotency-Key with every write.
 * Works on an app in this process and on an address.
 */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Session } from '#contract/session.ts'
import { type CastMember, password } from '../cast.ts'

export type Target = FastifyInstance | string
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Headers = Record<string, string>

export interface Answer<T = Record<string, unknown>> {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** undefined when the answer is no JSON. */
  readonly body: T
}

/** `code` is there when it was refused. */
type SessionAnswer = Session & { readonly code?: string }

export interface Asked {
  readonly method?: Method
  readonly path: string
  readonly body?: unknown
  readonly headers?: Headers
}

function parsed<T>(status: number, headers: Headers, text: string): Answer<T> {
  const isJson = (headers['content-type'] ?? '').includes('json')
  return { status, headers, body: (isJson ? JSON.parse(text) : undefined) as T }
}

/** One request as it stands, with nothing added. A string body is sent verbatim. */
export async function ask<T = Record<string, unknown>>(target: Target, it: Asked): Promise<Answer<T>> {
  const { method = 'GET', path, body, headers = {} } = it
  const payload = typeof body === 'string' ? body : JSON.stringify(body)
  const all = body === undefined ? headers : { 'content-type': 'application/json', ...headers }
  if (typeof target === 'string') {
    const response = await fetch(target + path, { method, headers: all, ...(body !== undefined && { body: payload }) })
    return parsed(response.status, Object.fromEntries(response.headers), await response.text())
  }
  const response = await target.inject({
    method,
    url: path,
    headers: all,
    ...(payload !== undefined && { payload }),
  })
  return parsed(response.statusCode, response.headers as Headers, response.body)
}

export class Client {
  readonly target: Target
  readonly agency: string | undefined
  cookie = ''
  session: Session | undefined

  constructor(target: Target, agency?: string) {
    this.target = target
    this.agency = agency
  }

  /** Sends what the page would send; `headers` add to it or replace it. */
  async send<T>(it: Asked): Promise<Answer<T>> {
    const isWrite = it.method !== undefined && it.method !== 'GET'
    const answer = await ask<T>(this.target, {
      ...it,
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.agency && { 'x-acting-agency': this.agency }),
        ...(isWrite && this.session && { 'x-csrf-token': this.session.csrfToken }),
        ...(isWrite && { 'idempotency-key': randomUUID() }),
        ...it.headers,
      },
    })
    const given = answer.headers['set-cookie']
    if (given) this.cookie = String(given).split(';')[0] ?? ''
    return answer
  }

  get<T = Record<string, unknown>>(path: string, headers: Headers = {}): Promise<Answer<T>> {
    return this.send({ path, headers })
  }

  post<T = Record<string, unknown>>(path: string, body?: unknown, headers: Headers = {}): Promise<Answer<T>> {
    return this.send({ method: 'POST', path, headers, ...(body !== undefined && { body }) })
  }

  put<T = Record<string, unknown>>(path: string, body: unknown, headers: Headers = {}): Promise<Answer<T>> {
    return this.send({ method: 'PUT', path, body, headers })
  }

  delete<T = Record<string, unknown>>(path: string, headers: Headers = {}): Promise<Answer<T>> {
    return this.send({ method: 'DELETE', path, headers })
  }

  async signIn(account: string, secret = password): Promise<Answer<SessionAnswer>> {
    const answer = await this.post<SessionAnswer>('/api/session', { account, password: secret })
    if (answer.status === 200) this.session = answer.body
    return answer
  }

  /** Gives the password again, as before approving. */
  async confirm(secret = password): Promise<Answer<SessionAnswer>> {
    const answer = await this.post<SessionAnswer>('/api/session/confirm', { password: secret })
    if (answer.status === 200) this.session = answer.body
    return answer
  }
}

/** A client signed in as somebody of the cast (or any login), acting for `agency` if named. */
export async function signIn(target: Target, who: CastMember | (string & {}), agency?: string): Promise<Client> {
  const client = new Client(target, agency)
  const answer = await client.signIn(who)
  if (answer.status !== 200) throw new Error(`${who} could not sign in: ${JSON.stringify(answer.body)}`)
  return client
}
