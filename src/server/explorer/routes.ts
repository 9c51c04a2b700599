/** The data explorer over HTTP. */
import type { FastifyInstance } from 'fastify'
import { explorerChoices, explorerMoments, explorerTable, tableQuery } from '#contract/explorer.ts'
import { refuse } from '#contract/problems.ts'
import { canReadFigures } from '#core/access/roles.ts'
import { actorOf } from '../identity/index.ts'
import { read } from '../platform/route.ts'
import { choices } from './choices.ts'
import { registerExport } from './export-routes.ts'
import { moments } from './moments.ts'
import { openTable } from './open-table.ts'
import { tableView } from './table-view.ts'
import { registerViews } from './view-routes.ts'

export function registerExplorer(app: FastifyInstance): void {
  read(
    app,
    {
      url: '/api/explorer/choices',
      summary: 'Chỉ tiêu, địa bàn, kỳ để chọn khi tra cứu',
      answer: explorerChoices,
    },
    async ({ db, request }) => {
      if (!canReadFigures(actorOf(request).actor)) return refuse('request.not-found')
      return { ok: true, value: await choices(db) }
    },
  )

  read(
    app,
    {
      url: '/api/explorer/table',
      summary: 'Bảng số liệu theo chỉ tiêu, địa bàn, kỳ, cách đọc và nguồn',
      query: tableQuery,
      answer: explorerTable,
      snapshot: true,
    },
    async ({ db, request, query }) => {
      const { actor } = actorOf(request)
      if (!canReadFigures(actor)) return refuse('request.not-found')
      const table = await openTable(db, { actor, text: query.q })
      return table.ok ? { ok: true, value: tableView(table.value) } : table
    },
  )

  read(
    app,
    {
      url: '/api/explorer/moments',
      summary: 'Những lúc số liệu của bảng thay đổi',
      query: tableQuery,
      answer: explorerMoments,
      snapshot: true,
    },
    async ({ db, request, query }) => {
      const { actor } = actorOf(request)
      if (!canReadFigures(actor)) return refuse('request.not-found')
      return moments(db, { actor, text: query.q })
    },
  )
  registerExport(app)
  registerViews(app)
}
