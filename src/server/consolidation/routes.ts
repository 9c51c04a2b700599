/** The province's table and the explanation of its numbers, over HTTP. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { reading } from '#contract/consolidated-table.ts'
import { refuse } from '#contract/problems.ts'
import { explanation, provinceTable } from '#contract/province.ts'
import { actorOf } from '../identity/index.ts'
import { read } from '../platform/route.ts'
import { registerAdjustments } from './adjustment-routes.ts'
import { registerAffectedVersions } from './affected-routes.ts'
import { registerAreaGroups } from './area-group-routes.ts'
import { registerDifferences } from './difference-routes.ts'
import { explain } from './explain.ts'
import { registerPinnedExplanation } from './pinned-explanation-routes.ts'
import { registerQuestions } from './question-routes.ts'
import { latestPeriod, readTable } from './read-table.ts'
import { mayReadTable } from './table-readers.ts'
import { registerVersions } from './version-routes.ts'
import { registerVersionSteps } from './version-step-routes.ts'

const regimePath = z.strictObject({ regime: z.string().max(40) })
/** Without a period the latest is meant. */
const tableQuery = z.strictObject({
  period: z.string().max(20).optional(),
  /** Code of an area or key of a group; the province when it is left out. */
  area: z.string().max(40).optional(),
  reading: reading.default('accepted'),
})
const cellQuery = z.strictObject({
  ...tableQuery.shape,
  period: z.string().max(20),
  row: z.string().max(40),
  column: z.string().max(40),
})

export function registerProvince(app: FastifyInstance): void {
  registerAdjustments(app)
  registerDifferences(app)
  registerVersions(app)
  registerPinnedExplanation(app)
  registerVersionSteps(app)
  registerAffectedVersions(app)
  registerAreaGroups(app)
  registerQuestions(app)
  read(
    app,
    {
      url: '/api/province/:regime',
      summary: 'Bảng tổng hợp của tỉnh',
      params: regimePath,
      query: tableQuery,
      answer: provinceTable,
      snapshot: true,
    },
    async ({ db, request, params, query }) => {
      const { actor } = actorOf(request)
      if (!(await mayReadTable(db, actor, params.regime))) return refuse('request.not-found')
      const period = query.period ?? (await latestPeriod(db, params.regime))
      if (period === undefined) return refuse('province.unknown')
      const table = await readTable(db, { regimeCode: params.regime, actor, ...query, period })
      if (table) return { ok: true, value: table }
      return refuse(query.area === undefined ? 'province.unknown' : 'province.area-unknown')
    },
  )

  read(
    app,
    {
      url: '/api/province/:regime/explain',
      summary: 'Giải thích một con số của bảng tổng hợp',
      params: regimePath,
      query: cellQuery,
      answer: explanation,
      snapshot: true,
    },
    async ({ db, request, params, query }) => {
      const { actor } = actorOf(request)
      if (!(await mayReadTable(db, actor, params.regime))) return refuse('request.not-found')
      const found = await explain(db, { regimeCode: params.regime, actor, ...query })
      return found
        ? { ok: true, value: found }
        : refuse('consolidation.unknown-cell', { row: query.row, column: query.column })
    },
  )
}
