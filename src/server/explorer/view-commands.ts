/** Keeping views: saving, changing, deleting and taking back. Who shares what with whom is journalled. */
import type { FastifyRequest } from 'fastify'
import type { NewView, SavedView } from '#contract/explorer.ts'
import { problem, type Result, refuse } from '#contract/problems.ts'
import { parseDefinition, printDefinition } from '#core/table/definition-text.ts'
import { recordEvent } from '../audit/index.ts'
import { actorOf } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { insertView, lockOwnView, setViewDeleted, updateView, viewFor } from './view-queries.ts'

export async function saveView(db: Db, request: FastifyRequest, it: NewView): Promise<Result<SavedView>> {
  const q = canonical(it.q)
  if (!q.ok) return q
  const { actor } = actorOf(request)
  const id = await insertView(db, actor, { ...it, q: q.value })
  return journalled(db, request, { id, action: `view.save ${it.sharing}` })
}

export async function changeView(
  db: Db,
  request: FastifyRequest,
  { id, revision, ...it }: NewView & { readonly id: string; readonly revision: number },
): Promise<Result<SavedView>> {
  const q = canonical(it.q)
  if (!q.ok) return q
  const own = await lockOwnView(db, actorOf(request).actor, id)
  if (!own) return refuse('request.not-found')
  if (own.revision !== revision) return refuse('explorer.view-changed')
  await updateView(db, id, { ...it, q: q.value })
  return journalled(db, request, { id, action: `view.change ${own.sharing} ${it.sharing}` })
}

/** Answers what was deleted, so that it can be taken back. */
export async function deleteView(db: Db, request: FastifyRequest, id: string): Promise<Result<SavedView>> {
  const { actor } = actorOf(request)
  const view = await viewFor(db, actor, id)
  if (!view?.isMine || !(await lockOwnView(db, actor, id))) return refuse('request.not-found')
  await setViewDeleted(db, id, true)
  await record(db, request, { id, action: 'view.delete' })
  return { ok: true, value: view }
}

export async function restoreView(db: Db, request: FastifyRequest, id: string): Promise<Result<SavedView>> {
  if (!(await lockOwnView(db, actorOf(request).actor, id))) return refuse('request.not-found')
  await setViewDeleted(db, id, false)
  return journalled(db, request, { id, action: 'view.restore' })
}

/** A view that cannot be read would help nobody. */
function canonical(q: string): Result<string> {
  const read = parseDefinition(q)
  if (!read.ok) return { ok: false, problems: [problem(read.problem.code, read.problem.details)] }
  return { ok: true, value: printDefinition(read.definition) }
}

interface Done {
  readonly id: string
  readonly action: string
}

async function journalled(db: Db, request: FastifyRequest, done: Done): Promise<Result<SavedView>> {
  await record(db, request, done)
  const view = await viewFor(db, actorOf(request).actor, done.id)
  return view ? { ok: true, value: view } : refuse('request.not-found')
}

async function record(db: Db, request: FastifyRequest, { id, action }: Done): Promise<void> {
  const { account, agency } = actorOf(request)
  await recordEvent(db, {
    requestId: request.id,
    accountId: account.id,
    agencyId: agency.id,
    address: request.ip,
    action,
    object: `saved-view:${id}`,
    outcome: 'done',
  })
}
