/** Pinned versions over HTTP: pinned, listed, read exactly as pinned, and laid against the present. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { refuse } from '#contract/problems.ts'
import { newVersion, versionList, versionSummary, versionView } from '#contract/versions.ts'
import { actorOf } from '../identity/index.ts'
import { read, write } from '../platform/route.ts'
import { actingOf } from './acting.ts'
import { openedVersions } from './opened-versions.ts'
import { pin } from './pin.ts'
import { mayReadTable } from './table-readers.ts'
import { versionSummaries, versionView as viewOf } from './version-view.ts'

const regimePath = z.strictObject({ regime: z.string().max(40) })
export const versionPath = z.strictObject({
  ...regimePath.shape,
  version: z.coerce.number().int().positive().max(1_000_000),
})
const periodQuery = z.strictObject({ period: z.string().max(20) })

export function registerVersions(app: FastifyInstance): void {
  read(
    app,
    {
      url: '/api/province/:regime/versions',
      summary: 'Các bản tổng hợp đã chốt của một kỳ',
      params: regimePath,
      query: periodQuery,
      answer: versionList,
      snapshot: true,
    },
    async ({ db, request, params, query }) => {
      const table = await openedVersions(db, { actor: actorOf(request).actor, regimeCode: params.regime, ...query })
      return table.ok ? { ok: true, value: await versionSummaries(db, table.value) } : table
    },
  )

  read(
    app,
    {
      url: '/api/province/:regime/versions/:version',
      summary: 'Một bản đã chốt, nguyên văn, kèm khác biệt với bản trước và với số hiện tại',
      params: versionPath,
      query: periodQuery,
      answer: versionView,
      snapshot: true,
    },
    async ({ db, request, params, query }) => {
      const table = await openedVersions(db, { actor: actorOf(request).actor, regimeCode: params.regime, ...query })
      if (!table.ok) return table
      const view = await viewOf(db, table.value, params.version)
      return view ? { ok: true, value: view } : refuse('request.not-found')
    },
  )

  write(
    app,
    {
      url: '/api/province/:regime/versions',
      summary: 'Chốt bản tổng hợp đúng như đã thấy; tổng hợp lại là chốt bản kế tiếp',
      params: regimePath,
      body: newVersion,
      answer: versionSummary,
      status: 201,
      idempotencyKey: 'required',
      snapshot: true,
    },
    async ({ db, request, params, body }) => {
      const acting = actingOf(request)
      if (!(await mayReadTable(db, acting.actor, params.regime))) return refuse('request.not-found')
      const pinned = await pin(db, acting, { regimeCode: params.regime, ...body })
      if (!pinned.ok) return pinned
      const table = await openedVersions(db, { actor: acting.actor, regimeCode: params.regime, period: body.period })
      if (!table.ok) return table
      const { versions } = await versionSummaries(db, table.value)
      const own = versions.find((v) => v.version === pinned.value)
      return own ? { ok: true, value: own } : refuse('request.not-found')
    },
  )
}
