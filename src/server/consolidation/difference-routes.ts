/** «Lệch nguồn» over HTTP: the list of a period, and settling one of them. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { reading } from '#contract/consolidated-table.ts'
import { differenceList, newSettlement } from '#contract/differences.ts'
import { refuse } from '#contract/problems.ts'
import { actorOf } from '../identity/index.ts'
import { read, write } from '../platform/route.ts'
import { actingOf } from './acting.ts'
import { differencesOf } from './differences.ts'
import { openTable } from './open-table.ts'
import { settle } from './settle.ts'
import { mayReadTable } from './table-readers.ts'

const regimePath = z.strictObject({ regime: z.string().max(40) })
const listQuery = z.strictObject({ period: z.string().max(20), reading: reading.default('accepted') })

export function registerDifferences(app: FastifyInstance): void {
  read(
    app,
    {
      url: '/api/province/:regime/differences',
      summary: 'Các số lệch nguồn của một kỳ, chưa xử lý và đã xử lý',
      params: regimePath,
      query: listQuery,
      answer: differenceList,
      snapshot: true,
    },
    async ({ db, request, params, query }) => {
      const { actor } = actorOf(request)
      if (!(await mayReadTable(db, actor, params.regime))) return refuse('request.not-found')
      const table = await openTable(db, { regimeCode: params.regime, actor, ...query })
      return table ? { ok: true, value: await differencesOf(db, table) } : refuse('province.unknown')
    },
  )

  write(
    app,
    {
      url: '/api/province/:regime/settlements',
      summary: 'Chọn nguồn cho một số lệch, hoặc cho chỉ tiêu từ một ngày trở đi',
      params: regimePath,
      body: newSettlement,
      answer: differenceList,
      idempotencyKey: 'required',
      snapshot: true,
    },
    async ({ db, request, params, body }) => {
      const acting = actingOf(request)
      if (!(await mayReadTable(db, acting.actor, params.regime))) return refuse('request.not-found')
      const settled = await settle(db, acting, { regimeCode: params.regime, input: body })
      if (!settled.ok) return settled
      const { period, reading } = body
      const table = await openTable(db, { regimeCode: params.regime, period, reading, actor: acting.actor })
      return table ? { ok: true, value: await differencesOf(db, table) } : refuse('province.unknown')
    },
  )
}
