/** Explaining any number, over HTTP, to whoever reads figures. Accepted ones are the whole province's; release times hold for everybody. */
import type { FastifyInstance } from 'fastify'
import { explainQuery, figureExplanation, trial, trialRequest } from '#contract/explanation.ts'
import { refuse } from '#contract/problems.ts'
import { canReadFigures } from '#core/access/roles.ts'
import { actorOf } from '../identity/index.ts'
import { transaction } from '../platform/database.ts'
import { act, read } from '../platform/route.ts'
import { explainReading } from './explain-reading.ts'
import { tryFormula } from './try-formula.ts'

export function registerExplanation(app: FastifyInstance): void {
  read(
    app,
    {
      url: '/api/figures/explain',
      summary: 'Giải thích một số bất kỳ: chỉ tiêu hoặc công thức, tại một địa bàn và kỳ',
      query: explainQuery,
      answer: figureExplanation,
      snapshot: true,
    },
    async ({ db, request, query }) => {
      const { actor } = actorOf(request)
      return canReadFigures(actor) ? explainReading(db, query, actor) : refuse('request.not-found')
    },
  )

  // A question with a body: it writes nothing.
  act(
    app,
    {
      method: 'POST',
      url: '/api/figures/try',
      summary: 'Tính thử một công thức chưa lưu trên số thật',
      body: trialRequest,
      answer: trial,
    },
    async ({ request, body }) => {
      const { actor } = actorOf(request)
      if (!canReadFigures(actor)) return refuse('request.not-found')
      const snapshot = { isolation: 'repeatable read', readOnly: true } as const
      return transaction(app.platform.pool, (db) => tryFormula(db, body, actor), snapshot)
    },
  )
}
