/**
 * A step of the path (Điều 9): checked against the table, on exactly the content that the actor saw. Sending makes the
 * figures known to the receiver, accepting makes them the province's; a return after sending takes them back.
 */
import { type Result, refuse } from '#contract/problems.ts'
import type { TransitionInput } from '#contract/submissions.ts'
import { canOpenSubmission } from '#core/access/roles.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { type State, step, type Transition } from '#core/workflow/workflow.ts'
import { appendEntry, digestOfEdition } from '../audit/index.ts'
import { formVersionsById, regimeVersionById } from '../catalogue/index.ts'
import { addEdition, editionOf, promote, withdraw } from '../figures/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { publish } from '../platform/feed.ts'
import type { Acting } from './acting.ts'
import * as cellQueries from './cell-queries.ts'
import { completenessOf } from './completeness.ts'
import { canonicalContent, contentHash } from './content.ts'
import { figuresPeriod } from './coordinates.ts'
import { findingsOf, recorded, refusalOfErrors } from './findings.ts'
import { holderOf } from './holder.ts'
import * as queries from './queries.ts'
import { figuresOf } from './reported-figures.ts'
import { openForms } from './sheet.ts'
import { spokenOf } from './spoken-of.ts'
import { unmetNeed } from './step-needs.ts'
import * as stepQueries from './step-queries.ts'

interface Step {
  readonly submission: queries.SubmissionRow
  readonly transition: Transition
  readonly input: TransitionInput
  readonly acting: Acting
  readonly content: string
  readonly hash: string
  readonly at: string
  /** What the checks found, when it is being submitted; null at every other step. */
  readonly findings: Awaited<ReturnType<typeof findingsOf>> | null
}

export async function makeTransition(
  db: Db,
  acting: Acting,
  { submissionId, input }: { submissionId: string; input: TransitionInput },
): Promise<Result<string>> {
  const submission = await queries.lockSubmission(db, submissionId)
  const held = submission && {
    agencyId: submission.agency_id,
    receiverId: submission.receiver_id,
    state: submission.state as State,
  }
  if (!submission || !held || !canOpenSubmission(acting.actor, held)) return refuse('request.not-found')
  const regime = await regimeVersionById(db, submission.regime_version_id)
  const preparers = await stepQueries.preparersOf(db, { submissionId, version: submission.version })
  const allowed = step(regime.path, { it: { ...held, preparers }, actor: acting.actor, verb: input.verb })
  if (!allowed.ok) {
    return refuse(`submission.${allowed.why}`, {
      state: held.state,
      holder: await holderOf(db, submission, regime.path),
    })
  }
  const content = canonicalContent(await cellQueries.cellsOf(db, { submissionId, version: submission.version }))
  const hash = contentHash(content)
  if (hash !== input.contentHash) return refuse('submission.content-moved')
  const at = await databaseNow(db)
  const findings = input.verb === 'submit' ? await findingsOf(db, submission, at) : null
  const it: Step = { submission, transition: allowed.transition, input, acting, content, hash, at, findings }
  const refusal = (await unmet(db, it)) ?? refusalOfErrors(findings ?? []) ?? (await unknownMark(db, it))
  if (refusal) return refusal
  await take(db, it)
  return { ok: true, value: submission.id }
}

/** The first need of the transition that the request, or the content, does not meet. */
async function unmet(db: Db, { transition, input, acting, submission, at }: Step) {
  const refusal = unmetNeed(transition, { ...input, authenticatedAt: acting.authenticatedAt, at })
  if (refusal || !transition.needs.includes('complete')) return refusal
  const { empty } = await completenessOf(db, submission)
  return empty > 0 ? refuse('submission.incomplete', { count: empty }) : undefined
}

/** Marks point at cells of this submission's own forms. */
async function unknownMark(db: Db, { submission, input }: Step) {
  if (!input.cells?.length) return undefined
  const forms = await formVersionsById(db, submission.form_ids)
  const wrong = input.cells.find((cell) => {
    const layout = forms.get(cell.formId)?.layout
    const isRow = layout?.rows.some((row) => row.key === cell.row && row.kind !== 'title')
    return !isRow || !layout?.columnSets.some((set) => set.columns.some((column) => column.key === cell.column))
  })
  return wrong && refuse('cell.unknown', { row: wrong.row, column: wrong.column })
}

async function take(db: Db, it: Step): Promise<void> {
  const { submission, transition, acting, hash, at } = it
  if (transition.verb === 'submit') {
    const { id: submissionId, version } = submission
    await stepQueries.insertSnapshot(db, { submissionId, version, contentHash: hash, content: it.content, at })
  }
  const { sending, figures } = await moveFigures(db, it)
  await stepQueries.changeState(db, {
    id: submission.id,
    state: transition.to,
    at,
    contentHash: hash,
    ...(transition.verb === 'send' ? { sending, firstSentAt: at, ...lateness(submission, at) } : {}),
    ...documentOf(it),
  })
  const role = acting.actor.roles.find((one) => transition.roles.includes(one)) ?? ''
  await record(db, it, { role, ...(figures && { figures }) })
}

/** Number and date that the clerk gives when sealing. */
function documentOf({ transition, input }: Step): { documentNumber?: string; documentDate?: string } {
  if (transition.verb !== 'seal' || !input.documentNumber || !input.documentDate) return {}
  return { documentNumber: normalizeText(input.documentNumber), documentDate: input.documentDate }
}

/** On time if and only if the first sending was before the deadline by the database clock; a resend does not change it. */
function lateness(submission: queries.SubmissionRow, at: string): { isLate?: boolean } {
  return submission.first_sent_at === null ? { isLate: at >= submission.due_at } : {}
}

interface Moved {
  /** Number of the sending that holds after this step. */
  readonly sending: number
  /** What a sending made known. */
  readonly figures?: { readonly sending: number; readonly digest: string }
}

async function moveFigures(db: Db, { submission, transition, acting, at }: Step): Promise<Moved> {
  const { id: submissionId, version, sending } = submission
  if (transition.verb === 'send') {
    const { forms, catalogue } = await openForms(db, submission)
    const values = await figuresOf(db, { submission, forms, catalogue, actingAgencyId: acting.actor.agencyId, at })
    const regime = await regimeVersionById(db, submission.regime_version_id)
    const editionId = await addEdition(
      db,
      {
        agencyId: submission.agency_id,
        submissionId,
        version,
        sending: sending + 1,
        periodEnd: figuresPeriod(submission.period, regime.figuresCalendar).span.to,
        origin: 'typed',
      },
      values,
    )
    await promote(db, { editionId, level: 'sent', at })
    return { sending: sending + 1, figures: { sending: sending + 1, digest: await digestOfEdition(db, editionId) } }
  }
  if (submission.state !== 'sent') return { sending }
  const editionId = await editionOf(db, { submissionId, version, sending })
  if (editionId === undefined) return { sending }
  if (transition.to === 'accepted') await promote(db, { editionId, level: 'accepted', at })
  else await withdraw(db, { editionId, at })
  return { sending }
}

interface Recorded {
  readonly role: string
  readonly figures?: Moved['figures']
}

async function record(db: Db, it: Step, { role, figures }: Recorded): Promise<void> {
  const { submission, transition, input, acting, hash, at } = it
  const { actor } = acting
  const reason = input.reason?.trim() ?? ''
  const stepId = await stepQueries.insertStep(db, {
    submissionId: submission.id,
    version: submission.version,
    verb: transition.verb,
    from: transition.from,
    to: transition.to,
    accountId: actor.accountId,
    agencyId: actor.agencyId,
    role,
    at,
    reason,
    contentHash: hash,
  })
  if (input.cells?.length) await stepQueries.insertStepCells(db, stepId, input.cells)
  if (it.findings) await stepQueries.insertFindings(db, stepId, recorded(it.findings))
  await appendEntry(db, {
    stream: `submission:${submission.id}`,
    at,
    entry: {
      action: transition.verb,
      submission: submission.id,
      version: submission.version,
      from: transition.from,
      to: transition.to,
      contentHash: hash,
      reason,
      cells: input.cells ?? [],
      ...documentOf(it),
      ...(figures && { figures }),
      by: actor.accountId,
      agency: actor.agencyId,
      role,
      requestId: acting.requestId,
      address: acting.address,
    },
  })
  await announce(db, submission, transition)
}

/** The receiver hears of a submission from its sending on; the whole province's figures move with its acceptance. */
async function announce(db: Db, submission: queries.SubmissionRow, transition: Transition): Promise<void> {
  const isWithReceiver = [transition.from, transition.to].some((s) => s === 'sent' || s === 'accepted')
  const to = { agencyId: submission.agency_id, receiverId: submission.receiver_id }
  const payload = { submission: submission.id, period: submission.period, state: transition.to }
  await publish(db, { topic: 'submission', ...to, level: isWithReceiver ? 'sent' : 'draft', payload })
  if (isWithReceiver) {
    const level = transition.to === 'accepted' ? 'accepted' : 'sent'
    await publish(db, { topic: 'figures', ...to, level, payload: { ...payload, ...(await spokenOf(db, submission)) } })
  }
}
