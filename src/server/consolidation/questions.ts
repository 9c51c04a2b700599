/**
 * Asking the agency behind a number (hỏi cơ quan nguồn): put by the consolidator about a cell of the table, or about a
 * report that has not come; answered by the agency in words; closed by whoever asked. Nothing is ever taken back.
 */

import { type Result, refuse } from '#contract/problems.ts'
import type { NewQuestion, Question } from '#contract/questions.ts'
import { type Actor, canAnswer, canConsolidate, canReadQuestion } from '#core/access/roles.ts'
import { headerLabel } from '#core/form/header.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { recordEvent } from '../audit/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { publish } from '../platform/feed.ts'
import type { Acting } from './acting.ts'
import { type ShapedTable, shapedTable } from './open-table.ts'
import * as queries from './question-queries.ts'
import { questionViews } from './question-view.ts'

export interface Asking {
  readonly regimeCode: string
  readonly input: NewQuestion
}

/** Answers with the question's id. Only agencies that report in the period are asked. */
export async function ask(db: Db, acting: Acting, { regimeCode, input }: Asking): Promise<Result<string>> {
  const { actor } = acting
  const table = await shapedTable(db, { regimeCode, period: input.period })
  if (!table) return refuse('province.unknown')
  const { regime, catalogue } = table.shape
  if (!canConsolidate(actor, regime.receiverId)) return refuse('consolidation.not-yours')
  const subject = table.submissions.find((s) => catalogue.agencies.get(s.agency_id)?.code === input.agency)
  if (!subject) return refuse('question.not-a-subject', { agency: input.agency })
  const about = input.cell ? aboutCell(table, input.cell) : table.shape.title
  if (about === undefined) return refuse('consolidation.unknown-cell', { ...input.cell })
  const body = normalizeText(input.body)
  const id = await queries.insertQuestion(db, {
    regimeId: regime.regimeId,
    period: input.period,
    agencyId: subject.agency_id,
    row: input.cell?.row ?? null,
    column: input.cell?.column ?? null,
    about,
    body,
    askedBy: actor.accountId,
    askingAgencyId: actor.agencyId,
    at: table.at,
  })
  await announce(db, acting, { id, action: 'ask', agencyId: subject.agency_id, askingAgencyId: actor.agencyId })
  return { ok: true, value: id }
}

function aboutCell({ shape }: ShapedTable, at: { readonly row: string; readonly column: string }): string | undefined {
  const row = shape.rows.find((r) => r.key === at.row && r.kind !== 'title')
  const column = shape.columns.find((c) => c.key === at.column)
  if (!row || !column) return undefined
  return `${row.label}, ${column.header.map((label) => headerLabel(label, shape.period)).join(' · ')}`
}

export interface Replying {
  readonly id: string
  readonly kind: 'answer' | 'close'
  readonly body: string
}

export async function reply(db: Db, acting: Acting, { id, kind, body }: Replying): Promise<Result<string>> {
  const { actor } = acting
  const question = await queries.lockQuestion(db, id)
  const held = question && { agencyId: question.agency_id, askingAgencyId: question.asking_agency_id }
  if (!held || !canReadQuestion(actor, held)) return refuse('request.not-found')
  const may = kind === 'answer' ? canAnswer(actor, held) : canConsolidate(actor, held.askingAgencyId)
  if (!may) return refuse('question.not-yours')
  if (!question.is_open) return refuse('question.closed')
  const { accountId, agencyId } = actor
  await queries.insertReply(db, {
    questionId: id,
    kind,
    body: normalizeText(body),
    accountId,
    agencyId,
    at: await databaseNow(db),
  })
  await announce(db, acting, { id, action: kind === 'answer' ? 'answerQuestion' : 'closeQuestion', ...held })
  return { ok: true, value: id }
}

interface Announced {
  readonly id: string
  readonly action: string
  readonly agencyId: number
  readonly askingAgencyId: number
}

/** Into the journal, and to the two agencies alone. */
async function announce(db: Db, acting: Acting, { id, action, agencyId, askingAgencyId }: Announced): Promise<void> {
  const { actor, requestId, address } = acting
  const by = { accountId: actor.accountId, agencyId: actor.agencyId }
  await recordEvent(db, { ...by, requestId, address, action, object: `question:${id}`, outcome: 'done' })
  const payload = { question: id }
  await publish(db, { topic: 'submission', agencyId, receiverId: askingAgencyId, level: 'sent', payload })
}

export async function questionsFor(
  db: Db,
  actor: Actor,
  filter: Omit<queries.QuestionFilter, 'agencyId'>,
): Promise<Question[]> {
  const rows = await queries.questionsOf(db, { ...filter, agencyId: actor.agencyId })
  const open = rows.filter((q) => canReadQuestion(actor, { agencyId: q.agency_id, askingAgencyId: q.asking_agency_id }))
  return questionViews(db, actor, open)
}
