/** What went wrong outside the handlers' own refusals: shape, size, a busy database, a bug. Each becomes one problem. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { brokenRules, type Problem, problem } from '#contract/problems.ts'
import { shapeSentence } from '#contract/shape-sentences.ts'
import { languageOf, sendProblems } from './render-problem.ts'
import { brokenRule, isBusy } from './sql-errors.ts'

interface Issue {
  readonly instancePath?: string
  readonly keyword?: string
  readonly params?: Readonly<Record<string, unknown>>
}

interface RequestError extends Error {
  readonly statusCode?: number
  readonly code?: string
  readonly validation?: readonly Issue[]
  readonly validationContext?: string
}

const mostIssues = 20

function shapeProblem(error: RequestError, request: FastifyRequest): Problem {
  const place = error.validationContext === 'querystring' ? 'query' : (error.validationContext ?? 'body')
  const language = languageOf(request.headers['accept-language'])
  const errors = (error.validation ?? []).slice(0, mostIssues).map(({ instancePath = '', keyword = '', params }) => {
    const path = `${place}${instancePath.replace(/\/$/, '').replaceAll('/', '.')}`
    return { path, rule: keyword, message: shapeSentence({ ...params, rule: keyword })[language] }
  })
  const [first] = errors
  return problem('request.invalid', { what: `${first?.path} ${first?.message}`, errors })
}

function problemOf(error: RequestError, request: FastifyRequest): Problem {
  // An address that is no address of ours names nothing, whichever part of it is wrong.
  if (error.validation && error.validationContext === 'params') return problem('request.not-found')
  if (error.validation) return shapeProblem(error, request)
  if (isBusy(error)) return problem('system.busy')
  const rule = brokenRules[brokenRule(error)?.constraint ?? '']
  if (rule) return problem(rule)
  const status = error.statusCode ?? 500
  if (status === 413) return problem('request.too-large')
  if (status === 404) return problem('request.not-found')
  if (status === 429) return problem('request.too-many', { seconds: 5 })
  if (status >= 400 && status < 500) return problem('request.invalid', { what: error.message })
  return problem('system.failed', { id: request.id })
}

export function renderErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: RequestError, request: FastifyRequest, reply: FastifyReply) => {
    const told = problemOf(error, request)
    if (told.code === 'system.failed') request.log.error({ err: error }, 'request failed')
    if (told.code === 'system.busy') request.log.warn({ err: error }, 'answered busy')
    return sendProblems(request, reply, [told])
  })
}
