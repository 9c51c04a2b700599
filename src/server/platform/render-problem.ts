/**
 * Turns a problem into the answer that people and programs read (RFC 9457), in the reader's language, in one place.
 * Several problems of one refusal are listed under `problems`; the first gives the status.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  inLanguage,
  type Problem,
  type ProblemCode,
  type ProblemJson,
  problems as registry,
  sentence,
} from '#contract/problems.ts'

export type Language = 'vi' | 'en'

/** Vietnamese unless the reader prefers English: the first of the two named with the highest weight. */
export function languageOf(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((wish, order) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
    const weight = Number(
      parameters
        .find((one) => one.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    )
    return { language: tag.split('-')[0], weight: Number.isNaN(weight) ? 0 : weight, order }
  })
  const best = wishes
    .filter(({ language, weight }) => (language === 'vi' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)[0]
  return best?.language === 'en' ? 'en' : 'vi'
}

const reserved = new Set(['type', 'title', 'status', 'code', 'detail', 'instance', 'problems', 'article'])

function members(problem: Problem, language: Language): Record<string, unknown> {
  const details = Object.entries(problem.details).filter(([name]) => !reserved.has(name))
  return Object.fromEntries(details.map(([name, detail]) => [name, inLanguage(detail, language)]))
}

function articleOf(code: ProblemCode): { article?: string } {
  const text = registry[code]
  return 'article' in text ? { article: text.article } : {}
}

export function problemBody(all: readonly [Problem, ...Problem[]], language: Language, instance: string): ProblemJson {
  const [first, ...others] = all
  const detail = sentence(first, language)
  return {
    ...members(first, language),
    type: `/api/problems#${first.code}`,
    title: detail.split(/(?<=[.?!]) /)[0] ?? detail,
    status: registry[first.code].status,
    code: first.code,
    detail,
    instance,
    ...articleOf(first.code),
    ...(others.length > 0 && {
      problems: all.map((one) => ({ ...members(one, language), code: one.code, detail: sentence(one, language) })),
    }),
  }
}

const retryAfterSeconds: Partial<Record<ProblemCode, number>> = { 'system.busy': 2, 'request.too-many': 5 }

export function sendProblems(request: FastifyRequest, reply: FastifyReply, all: readonly Problem[]): FastifyReply {
  const [first, ...others] = all
  if (!first) throw new Error('A refusal names at least one problem')
  const language = languageOf(request.headers['accept-language'])
  const seconds = first.details.retryAfter ?? retryAfterSeconds[first.code]
  if (seconds !== undefined) reply.header('retry-after', String(seconds))
  return reply
    .code(registry[first.code].status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('vary', 'accept-language')
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problemBody([first, ...others], language, request.url.split('?')[0] ?? ''))
}
