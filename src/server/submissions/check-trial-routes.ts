/** Trying a check rule over HTTP. It writes nothing; who stops waiting stops the work. */
import type { FastifyInstance } from 'fastify'
import { checkRuleTrial, checkRuleTrialQuestion } from '#contract/check-rules.ts'
import { refuse } from '#contract/problems.ts'
import { keepsRules, problemsOfRule } from '../catalogue/index.ts'
import { actorOf } from '../identity/index.ts'
import { transaction } from '../platform/database.ts'
import { act } from '../platform/route.ts'
import { tryOnPast } from './check-trial.ts'

export function registerCheckTrial(app: FastifyInstance): void {
  act(
    app,
    {
      method: 'POST',
      url: '/api/check-rules/trial',
      summary: 'Chạy thử một quy tắc trên các báo cáo đã gửi: sẽ báo bao nhiêu',
      body: checkRuleTrialQuestion,
      answer: checkRuleTrial,
    },
    ({ request, reply, body }) =>
      transaction(
        app.platform.pool,
        async (db) => {
          if (!(await keepsRules(db, request))) return refuse('check-rule.not-yours')
          const problems = await problemsOfRule(db, body)
          if (problems.length > 0) return { ok: false, problems }
          const { months, ...asked } = body
          const rule = { code: '', version: 0, name: '', message: '', ...asked }
          const isAbandoned = () => reply.raw.destroyed
          return { ok: true, value: await tryOnPast(db, { rule, months, actor: actorOf(request).actor, isAbandoned }) }
        },
        { isolation: 'repeatable read', readOnly: true },
      ),
  )
}
