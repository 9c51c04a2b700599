/** Saved views over HTTP. Another person's private view is not found. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { newView, savedView, savedViewList, viewEdit } from '#contract/explorer.ts'
import { refuse } from '#contract/problems.ts'
import { canReadFigures } from '#core/access/roles.ts'
import { actorOf } from '../identity/index.ts'
import { read, write } from '../platform/route.ts'
import { changeView, deleteView, restoreView, saveView } from './view-commands.ts'
import { viewFor, viewsFor } from './view-queries.ts'

const url = '/api/explorer/views'
const params = z.strictObject({ id: z.string().regex(/^\d{1,18}$/) })

export function registerViews(app: FastifyInstance): void {
  registerReading(app)
  write(
    app,
    { url, summary: 'Lưu một bảng tra cứu', body: newView, answer: savedView, status: 201 },
    async ({ db, request, body }) =>
      canReadFigures(actorOf(request).actor) ? saveView(db, request, body) : refuse('request.not-found'),
  )
  write(
    app,
    { method: 'PUT', url: `${url}/:id`, summary: 'Sửa bảng đã lưu', params, body: viewEdit, answer: savedView },
    ({ db, request, params: { id }, body }) => changeView(db, request, { ...body, id }),
  )
  write(
    app,
    { method: 'DELETE', url: `${url}/:id`, summary: 'Xóa bảng đã lưu', params, answer: savedView },
    ({ db, request, params: { id } }) => deleteView(db, request, id),
  )
  write(
    app,
    { url: `${url}/:id/restore`, summary: 'Lấy lại bảng vừa xóa', params, answer: savedView },
    ({ db, request, params: { id } }) => restoreView(db, request, id),
  )
}

function registerReading(app: FastifyInstance): void {
  read(app, { url, summary: 'Bảng đã lưu và được chia sẻ', answer: savedViewList }, async ({ db, request }) => {
    const { actor } = actorOf(request)
    if (!canReadFigures(actor)) return refuse('request.not-found')
    return { ok: true, value: { views: await viewsFor(db, actor) } }
  })
  read(
    app,
    { url: `${url}/:id`, summary: 'Một bảng đã lưu', params, answer: savedView },
    async ({ db, request, params: { id } }) => {
      const { actor } = actorOf(request)
      const view = canReadFigures(actor) ? await viewFor(db, actor, id) : undefined
      return view ? { ok: true, value: view } : refuse('request.not-found')
    },
  )
}
