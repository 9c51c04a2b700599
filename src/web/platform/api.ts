/**
 * The one way to the server. Adds the acting agency, the CSRF token and the keys a write needs, reads problem+json, and
 * validates every answer against its contract. When the session has ended, it asks to sign in over the page and repeats
 * the call, so that nothing typed is lost.
 */
import type { z } from 'zod'
import { problemJson } from '#contract/problems.ts'
import { actingAgency } from './acting-agency.ts'
import { connectionFound, connectionLost } from './connection.ts'
import { ConnectionError, isProblem, ProblemError } from './problem-error.ts'

interface Call<T> {
  readonly path: string
  readonly answer: z.ZodType<T>
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  /** Idempotency-Key of a write; the same for every repetition of it. */
  readonly key?: string
  readonly signal?: AbortSignal
  /** false: an ended session is the caller's business. */
  readonly mayAskSignIn?: boolean
}

let csrfToken = ''
let askSignIn: (() => Promise<void>) | undefined

export function setCsrfToken(token: string): void {
  csrfToken = token
}

/** Registers who asks the person to sign in again; the promise settles when that is done. */
export function whenSessionEnds(ask: () => Promise<void>): void {
  askSignIn = ask
}

export async function call<T>(it: Call<T>): Promise<T> {
  try {
    return await callOnce(it)
  } catch (error) {
    if (it.mayAskSignIn === false || !askSignIn || !isProblem(error, 'session.required')) throw error
    await askSignIn()
    return callOnce(it)
  }
}

async function callOnce<T>(it: Call<T>): Promise<T> {
  const response = await reach(it)
  if (response.status === 502 || response.status === 504) {
    connectionLost()
    throw new ConnectionError()
  }
  const content: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined)
  if (response.ok) return it.answer.parse(content)
  const problem = problemJson.safeParse(content)
  throw new ProblemError(problem.success ? problem.data : unnamedProblem(response, it.path))
}

async function reach({ path, method = 'GET', body, key, signal }: Call<unknown>): Promise<Response> {
  const agency = actingAgency()
  const headers = new Headers({ accept: 'application/json' })
  if (agency !== null) headers.set('x-acting-agency', agency)
  if (method !== 'GET') headers.set('x-csrf-token', csrfToken)
  if (key !== undefined) headers.set('idempotency-key', key)
  if (body !== undefined) headers.set('content-type', 'application/json')
  try {
    const response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
    connectionFound()
    return response
  } catch (error) {
    if (signal?.aborted) throw error
    connectionLost()
    throw new ConnectionError()
  }
}

function unnamedProblem(response: Response, path: string) {
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'system.failed',
    detail: `Máy chủ trả lời ${response.status}. Việc vừa làm chưa được ghi; hãy thử lại.`,
    instance: path,
  }
}
