/** Questions over HTTP: put, listed for either side, answered, closed. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { refuse } from '#contract/problems.ts'
import { closing, newAnswer, newQuestion, questionList, questionQuery } from '#contract/questions.ts'
import { actorOf } from '../identity/index.ts'
import { read, write } from '../platform/route.ts'
import { actingOf } from './acting.ts'
import { ask, questionsFor, reply } from './questions.ts'
import { mayReadTable } from './table-readers.ts'

const regimePath = z.strictObject({ regime: z.string().max(40) })
const questionPath = z.strictObject({ id: z.string().regex(/^\d{1,18}$/) })
const put = z.strictObject({ id: z.string() })

export function registerQuestions(app: FastifyInstance): void {
  read(
    app,
    {
      url: '/api/questions',
      summary: 'Câu hỏi gửi đến cơ quan, và câu hỏi cơ quan đã gửi',
      query: questionQuery,
      answer: questionList,
    },
    async ({ db, request, query: { state, ...filter } }) => {
      const { actor } = actorOf(request)
      return {
        ok: true,
        value: { questions: await questionsFor(db, actor, { ...filter, isOpenOnly: state === 'open' }) },
      }
    },
  )

  write(
    app,
    {
      url: '/api/province/:regime/questions',
      summary: 'Hỏi cơ quan nguồn về một ô, hoặc nhắc báo cáo',
      params: regimePath,
      body: newQuestion,
      answer: put,
      status: 201,
      idempotencyKey: 'required',
    },
    async ({ db, request, params, body }) => {
      const acting = actingOf(request)
      if (!(await mayReadTable(db, acting.actor, params.regime))) return refuse('request.not-found')
      const asked = await ask(db, acting, { regimeCode: params.regime, input: body })
      return asked.ok ? { ok: true, value: { id: asked.value } } : asked
    },
  )

  for (const [kind, place, body, summary] of [
    ['answer', 'answers', newAnswer, 'Trả lời một câu hỏi'],
    ['close', 'closing', closing, 'Đóng một câu hỏi'],
  ] as const)
    write(
      app,
      {
        url: `/api/questions/:id/${place}`,
        summary,
        params: questionPath,
        body,
        answer: put,
        status: 201,
        idempotencyKey: 'required',
      },
      async ({ db, request, params, body: { body: words } }) => {
        const done = await reply(db, actingOf(request), { id: params.id, kind, body: words })
        return done.ok ? { ok: true, value: { id: done.value } } : done
      },
    )
}
