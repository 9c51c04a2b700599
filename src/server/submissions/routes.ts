/** Submissions over HTTP: desks and lists, forms and cells, and the steps of the path. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Result, refuse, sentence } from '#contract/problems.ts'
import {
  cellEditResults,
  cellEdits,
  cellHistory,
  cellInput,
  desk,
  formCell,
  formView,
  submissionList,
  submissionQuery,
  submissionView,
  transitionInput,
} from '#contract/submissions.ts'
import { type Actor, canOpenSubmission } from '#core/access/roles.ts'
import { actorOf } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { spokenTime } from '../platform/local-time.ts'
import { languageOf } from '../platform/render-problem.ts'
import { read, write } from '../platform/route.ts'
import type { Acting } from './acting.ts'
import { earlierFigures, isWithheld } from './cell-history.ts'
import * as cellQueries from './cell-queries.ts'
import { registerCheckTrial } from './check-trial-routes.ts'
import { deskOf } from './desk.ts'
import { type EditOutcome, enterCells } from './enter-cells.ts'
import { cellViews, formViewOf } from './form-view.ts'
import * as queries from './queries.ts'
import * as stepQueries from './step-queries.ts'
import { submissionListOf } from './submission-list.ts'
import { backgroundOf, viewOf } from './submission-view.ts'
import { makeTransition } from './transition.ts'

const id = z.string().regex(/^\d{1,18}$/)
const submissionPath = z.strictObject({ submissionId: id })
const formPath = z.strictObject({ submissionId: id, formId: z.coerce.number().int().positive().max(2_147_483_647) })
const cellPath = z.strictObject({ ...formPath.shape, row: z.string().max(40), column: z.string().max(40) })

function actingOf(request: FastifyRequest): Acting {
  const { actor, session } = actorOf(request)
  return { actor, requestId: String(request.id), address: request.ip, authenticatedAt: session.authenticatedAt }
}

/** The submission if this actor may open it; else it does not exist for them. */
async function openable(db: Db, actor: Actor, submissionId: string): Promise<queries.SubmissionRow | undefined> {
  const submission = await queries.submissionById(db, submissionId)
  if (!submission) return undefined
  const { agency_id: agencyId, receiver_id: receiverId, state } = submission
  return canOpenSubmission(actor, { agencyId, receiverId, state }) ? submission : undefined
}

type View = Result<z.infer<typeof submissionView>>

async function viewFor(db: Db, actor: Actor, submission: queries.SubmissionRow | undefined): Promise<View> {
  if (!submission) return refuse('request.not-found')
  const background = await backgroundOf(db, [submission])
  const { id: submissionId, version } = submission
  const preparers = await stepQueries.preparersOf(db, { submissionId, version })
  return { ok: true, value: await viewOf(db, { submission, background, actor, preparers }) }
}

function registerLists(app: FastifyInstance): void {
  read(app, { url: '/api/desk', summary: 'Bàn làm việc', answer: desk }, async ({ db, request }) => {
    return { ok: true, value: await deskOf(db, actorOf(request).actor) }
  })

  read(
    app,
    {
      url: '/api/submissions',
      summary: 'Báo cáo của cơ quan và báo cáo gửi đến',
      query: submissionQuery,
      answer: submissionList,
    },
    async ({ db, request, query }) => {
      return submissionListOf(db, actorOf(request).actor, query)
    },
  )
}

function registerReading(app: FastifyInstance): void {
  read(
    app,
    { url: '/api/submissions/:submissionId', summary: 'Một báo cáo', params: submissionPath, answer: submissionView },
    async ({ db, request, params }) => {
      const { actor } = actorOf(request)
      return viewFor(db, actor, await openable(db, actor, params.submissionId))
    },
  )

  read(
    app,
    {
      url: '/api/submissions/:submissionId/forms/:formId',
      summary: 'Một biểu của báo cáo, với các ô',
      params: formPath,
      answer: formView,
      snapshot: true,
    },
    async ({ db, request, params }) => {
      const { actor } = actorOf(request)
      const submission = await openable(db, actor, params.submissionId)
      const view = submission && (await formViewOf(db, { submission, formId: params.formId, actor }))
      return view ? { ok: true, value: view } : refuse('request.not-found')
    },
  )

  read(
    app,
    {
      url: '/api/submissions/:submissionId/forms/:formId/cells/:row/:column/history',
      summary: 'Lịch sử một ô',
      params: cellPath,
      answer: cellHistory,
    },
    async ({ db, request, params }) => {
      const { actor } = actorOf(request)
      const submission = await openable(db, actor, params.submissionId)
      if (!submission) return refuse('request.not-found')
      if (await isWithheld(db, { submission, actor, cell: params })) {
        return { ok: true, value: { revisions: [], earlier: [] } }
      }
      const revisions = await cellViews(db, await cellQueries.historyOf(db, params, params))
      return { ok: true, value: { revisions, earlier: await earlierFigures(db, submission, params) } }
    },
  )
}

/** `"3"` → 3, the revision that was seen; undefined without the header or in another form. */
function seenRevision(request: FastifyRequest): number | undefined {
  const match = /^"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '')
  return match ? Number(match[1]) : undefined
}

async function wireOutcomes(db: Db, request: FastifyRequest, outcomes: readonly EditOutcome[]) {
  const { id, login, name, position } = actorOf(request).account
  const cells = await cellViews(
    db,
    outcomes.flatMap((o) => (o.outcome === 'refused' ? [] : [o.cell])),
    new Map([[id, { login, name, position }]]),
  )
  let next = 0
  return outcomes.map((o) => {
    if (o.outcome === 'refused') return o
    return { outcome: o.outcome, cell: cells[next++] as z.infer<typeof formCell> }
  })
}

function registerEditing(app: FastifyInstance): void {
  write(
    app,
    {
      method: 'PUT',
      url: '/api/submissions/:submissionId/forms/:formId/cells/:row/:column',
      summary: 'Nhập một ô; If-Match là phiên bản đã thấy',
      params: cellPath,
      body: cellInput,
      answer: formCell,
    },
    async ({ db, request, reply, params, body }) => {
      const seen = seenRevision(request)
      if (seen === undefined) return refuse('cell.version-missing')
      const { row, column } = params
      const entered = await enterCells(db, actingOf(request), { ...params, edits: [{ row, column, seen, ...body }] })
      if (!entered.ok) return entered
      const [outcome] = await wireOutcomes(db, request, entered.value)
      if (outcome?.outcome === 'refused') return { ok: false, problems: [outcome.problem] }
      if (!outcome) return refuse('request.not-found')
      if (outcome.outcome === 'conflict') {
        const { enteredBy, enteredAt } = outcome.cell
        return refuse('cell.changed', {
          who: enteredBy?.name ?? '',
          when: enteredAt ? spokenTime(enteredAt) : '',
          current: outcome.cell,
        })
      }
      reply.header('etag', `"${outcome.cell.revision}"`)
      return { ok: true, value: outcome.cell }
    },
  )

  write(
    app,
    {
      url: '/api/submissions/:submissionId/forms/:formId/edits',
      summary: 'Nhập một khối ô; ô nào không ghi được thì nói rõ ở ô đó',
      params: formPath,
      body: cellEdits,
      answer: cellEditResults,
    },
    async ({ db, request, params, body }) => {
      const entered = await enterCells(db, actingOf(request), { ...params, edits: body.edits })
      if (!entered.ok) return entered
      const outcomes = await wireOutcomes(db, request, entered.value)
      const language = languageOf(request.headers['accept-language'])
      return {
        ok: true,
        value: {
          results: outcomes.map((o) => {
            if (o.outcome !== 'refused') return o
            const { outcome, row, column, problem } = o
            return { outcome, row, column, code: problem.code, message: sentence(problem, language) }
          }),
        },
      }
    },
  )
}

export function registerSubmissions(app: FastifyInstance): void {
  registerLists(app)
  registerReading(app)
  registerEditing(app)
  registerCheckTrial(app)
  write(
    app,
    {
      url: '/api/submissions/:submissionId/transitions',
      summary: 'Một bước của báo cáo: trình, thẩm định, phê duyệt, phát hành, gửi, tiếp nhận, trả lại',
      params: submissionPath,
      body: transitionInput,
      answer: submissionView,
      idempotencyKey: 'required',
    },
    async ({ db, request, params, body }) => {
      const acting = actingOf(request)
      const made = await makeTransition(db, acting, { submissionId: params.submissionId, input: body })
      if (!made.ok) return made
      // Who returned it to its agency may not open it from now on, and is still told what became of it.
      return viewFor(db, acting.actor, await queries.submissionById(db, params.submissionId))
    },
  )
}
