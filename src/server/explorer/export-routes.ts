/** Taking a table along as a file. Who took which is journalled. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type ExportQuery, exportQuery } from '#contract/explorer.ts'
import { type Result, refuse } from '#contract/problems.ts'
import { canReadFigures } from '#core/access/roles.ts'
import { recordEvent } from '../audit/index.ts'
import { actorOf } from '../identity/index.ts'
import { transaction } from '../platform/database.ts'
import { act } from '../platform/route.ts'
import { exportCsv } from './export-csv.ts'
import { openTable } from './open-table.ts'
import { tableView } from './table-view.ts'

export function registerExport(app: FastifyInstance): void {
  act(
    app,
    {
      url: '/api/explorer/export',
      summary: 'Xuất bảng tra cứu ra csv',
      query: exportQuery,
      answer: z.string().meta({ description: 'text/csv, UTF-8' }),
    },
    async ({ request, reply, query }) => {
      const text = await exported(app, request, query)
      if (text.ok) {
        reply.header('content-type', 'text/csv; charset=utf-8')
        reply.header('content-disposition', 'attachment; filename="tra-cuu.csv"')
        reply.header('cache-control', 'no-store')
      }
      return text
    },
  )
}

async function exported(app: FastifyInstance, request: FastifyRequest, query: ExportQuery): Promise<Result<string>> {
  const { actor, account, agency } = actorOf(request)
  if (!canReadFigures(actor)) return refuse('request.not-found')
  const { pool } = app.platform
  const table = await transaction(pool, (db) => openTable(db, { actor, text: query.q }), {
    isolation: 'repeatable read',
    readOnly: true,
  })
  if (!table.ok) return table
  const view = tableView(table.value)
  await recordEvent(pool, {
    requestId: request.id,
    accountId: account.id,
    agencyId: agency.id,
    address: request.ip,
    action: 'explorer.export',
    object: view.q,
    outcome: 'done',
  })
  const { definition } = table.value
  return { ok: true, value: exportCsv(query.shape, { table: view, definition, numbers: query.numbers }) }
}
