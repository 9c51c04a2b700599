/** Adjustments over HTTP: made on a cell of the table, withdrawn with a reason. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { newAdjustment, withdrawal } from '#contract/adjustments.ts'
import { refuse } from '#contract/problems.ts'
import { write } from '../platform/route.ts'
import { actingOf } from './acting.ts'
import { adjust, withdrawAdjustment } from './adjust.ts'
import { mayReadTable } from './table-readers.ts'

const regimePath = z.strictObject({ regime: z.string().max(40) })
const adjustmentPath = z.strictObject({ ...regimePath.shape, id: z.string().regex(/^\d{1,18}$/) })
const made = z.strictObject({ id: z.string() })

export function registerAdjustments(app: FastifyInstance): void {
  write(
    app,
    {
      url: '/api/province/:regime/adjustments',
      summary: 'Điều chỉnh một ô của bảng tổng hợp; số các cơ quan giữ nguyên',
      params: regimePath,
      body: newAdjustment,
      answer: made,
      status: 201,
      idempotencyKey: 'required',
      snapshot: true,
    },
    async ({ db, request, params, body }) => {
      const acting = actingOf(request)
      if (!(await mayReadTable(db, acting.actor, params.regime))) return refuse('request.not-found')
      const done = await adjust(db, acting, { regimeCode: params.regime, input: body })
      return done.ok ? { ok: true, value: { id: done.value } } : done
    },
  )

  write(
    app,
    {
      url: '/api/province/:regime/adjustments/:id/withdrawal',
      summary: 'Rút lại một điều chỉnh, kèm lý do',
      params: adjustmentPath,
      body: withdrawal,
      answer: made,
      idempotencyKey: 'required',
    },
    async ({ db, request, params, body }) => {
      const acting = actingOf(request)
      if (!(await mayReadTable(db, acting.actor, params.regime))) return refuse('request.not-found')
      const done = await withdrawAdjustment(db, acting, { regimeCode: params.regime, id: params.id, ...body })
      return done.ok ? { ok: true, value: { id: done.value } } : done
    },
  )
}
