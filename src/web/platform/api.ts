/**
 * The one way to the server. Adds whose window it is, the CSRF token and the keys a write needs, reads problem+json, and
 * validates every answer against its contract. A refusal comes in the language of the page. When the session has ended, or its token is an old one, it looks whether the
 * person has signed in again; a write that was asked for waits for the password, and is then repeated.
 */
import type { z } from 'zod'
import { problemJson } from '#contract/problems.ts'
import { callerHeaders, csrfToken } from './caller.ts'
import { connectionFound, connectionLost } from './connection.ts'
import { ConnectionError, isProblem, ProblemError } from './problem-error.ts'
import { signInAgain } from './session-end.ts'
import { en } from './text/en.ts'
import { storedLanguage } from './text/language.ts'
import { vi } from './text/vi.ts'

interface Call<T> {
  readonly path: string
  readonly answer: z.ZodType<T>
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  /** Idempotency-Key of a write; the same for every repetition of it. */
  readonly key?: string
  readonly signal?: AbortSignal
  /** Whoever's session it is: to look whether it is still this window's. */
  readonly asAnybody?: boolean
  /**
   * Of an ended session: `ask` for the password over the page, as writes do; `tell` it on the page, as reads do, for they
   * come while somebody types; `leave` it to the caller.
   */
  readonly whenEnded?: 'ask' | 'tell' | 'leave'
}

export async function call<T>(it: Call<T>): Promise<T> {
  try {
    return await callOnce(it)
  } catch (error) {
    const { whenEnded = (it.method ?? 'GET') === 'GET' ? 'tell' : 'ask' } = it
    const isEnded = isProblem(error, 'session.required') || isProblem(error, 'session.csrf')
    if (!isEnded || whenEnded === 'leave' || !(await signInAgain({ mayAsk: whenEnded === 'ask' }))) throw error
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

async function reach({ path, method = 'GET', body, key, signal, asAnybody = false }: Call<unknown>): Promise<Response> {
  const headers = callerHeaders({ asAnybody })
  headers.set('accept', 'application/json')
  if (method !== 'GET') headers.set('x-csrf-token', csrfToken())
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

const unnamed = { vi: vi.failure.unnamed, en: en.failure.unnamed }

function unnamedProblem(response: Response, path: string) {
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'system.failed',
    detail: unnamed[storedLanguage()](response.status),
    instance: path,
  }
}
