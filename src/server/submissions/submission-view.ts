/** A submission as its page shows it, and the shorter form of it for lists. */
import type { SubmissionSummary, SubmissionView } from '#contract/submissions.ts'
import { type Actor, canEnter } from '#core/access/roles.ts'
import { headerLabel } from '#core/form/header.ts'
import { cellName, type FormLayout } from '#core/form/layout.ts'
import { can, type State, type Verb } from '#core/workflow/workflow.ts'
import {
  agencyView,
  type Catalogue,
  formVersionsById,
  loadCatalogue,
  type RegimeVersion,
  regimeVersionById,
} from '../catalogue/index.ts'
import { peopleById, peopleInRoles } from '../identity/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import * as cellQueries from './cell-queries.ts'
import { cellsToFill } from './completeness.ts'
import { canonicalContent, contentHash } from './content.ts'
import { columnsOf, figuresPeriod } from './coordinates.ts'
import { workingDaysLeft } from './days-left.ts'
import { periodViewOf } from './form-view.ts'
import { holderNames } from './holder.ts'
import type * as queries from './queries.ts'
import { stepBar } from './step-bar.ts'
import * as stepQueries from './step-queries.ts'

type People = Awaited<ReturnType<typeof peopleInRoles>>

/** Everything that the views of a set of submissions need, read once for all of them. */
export interface Background {
  readonly regimes: ReadonlyMap<number, RegimeVersion>
  readonly catalogue: Catalogue
  readonly layouts: ReadonlyMap<number, { code: string; layout: FormLayout }>
  readonly filled: ReadonlyMap<string, ReadonlySet<string>>
  readonly steps: ReadonlyMap<string, readonly stepQueries.StepRow[]>
  readonly marked: ReadonlyMap<string, readonly stepQueries.MarkedCell[]>
  readonly people: People
  readonly persons: Awaited<ReturnType<typeof peopleById>>
  /** By `due_at`, which the submissions of a period share. */
  readonly daysLeft: ReadonlyMap<string, number>
  readonly now: string
}

export async function backgroundOf(db: Db, submissions: readonly queries.SubmissionRow[]): Promise<Background> {
  const ids = submissions.map((s) => s.id)
  const now = await databaseNow(db)
  const regimes = new Map<number, RegimeVersion>()
  for (const id of new Set(submissions.map((s) => s.regime_version_id)))
    regimes.set(id, await regimeVersionById(db, id))
  const steps = await stepQueries.stepsOf(db, ids)
  const returns = [...steps.values()].flatMap((list) => list.findLast((s) => s.verb === 'sendBack') ?? [])
  const marked = await stepQueries.markedCells(
    db,
    returns.map((s) => s.id),
  )
  const agencyIds = [...new Set(submissions.flatMap((s) => [s.agency_id, s.receiver_id]))]
  const accounts = [...steps.values()].flat().flatMap((s) => s.account_id ?? [])
  const drafts = submissions.filter((s) => s.state === 'draft').map((s) => s.id)
  const filled = await cellQueries.filledCells(db, drafts)
  return {
    regimes,
    catalogue: await loadCatalogue(db, localDay(now)),
    layouts: await formVersionsById(db, [...new Set(submissions.flatMap((s) => s.form_ids))]),
    filled: new Map(
      [...Map.groupBy(filled, (f) => `${f.submission_id} ${f.form_version_id}`)].map(([key, cells]) => [
        key,
        new Set(cells.map((c) => cellName({ row: c.row_key, column: c.column_key }))),
      ]),
    ),
    steps,
    marked: Map.groupBy(marked, (m) => m.stepId),
    people: await peopleInRoles(db, agencyIds),
    persons: await peopleById(db, [...new Set(accounts)]),
    daysLeft: await daysLeft(db, submissions, now),
    now,
  }
}

async function daysLeft(
  db: Db,
  submissions: readonly queries.SubmissionRow[],
  now: string,
): Promise<ReadonlyMap<string, number>> {
  const days = new Map<string, number>()
  for (const dueAt of new Set(submissions.map((s) => s.due_at))) days.set(dueAt, await workingDaysLeft(db, dueAt, now))
  return days
}

interface Seen {
  readonly submission: queries.SubmissionRow
  readonly background: Background
  readonly actor: Actor
  readonly preparers: ReadonlySet<number>
}

export function summaryOf(seen: Seen): SubmissionSummary {
  const { submission: s, background: b, actor } = seen
  const regime = regimeOf(s, b)
  const agency = b.catalogue.agencies.get(s.agency_id)
  return {
    id: s.id,
    regime: regime.name,
    period: periodViewOf(s.period, regime.calendar),
    agency: agency?.name ?? '',
    agencyShortName: agency?.shortName ?? '',
    state: s.state as State,
    stateSince: s.state_since,
    dueAt: s.due_at,
    internalDueAt: internalDue(s),
    isLate: s.is_late,
    workingDaysLeft: b.daysLeft.get(s.due_at) ?? 0,
    holder: holderNames(s, regime.path, b.people),
    forms: formsProgress(s, b),
    can: [...verbsOf(seen, actor)],
    returned: returnedOf(s, b),
  }
}

export async function viewOf(db: Db, seen: Seen): Promise<SubmissionView> {
  const { submission: s, background: b, actor } = seen
  const regime = regimeOf(s, b)
  const verbs = verbsOf(seen, actor)
  const steps = b.steps.get(s.id) ?? []
  const cells = await cellQueries.cellsOf(db, { submissionId: s.id, version: s.version })
  return {
    id: s.id,
    regime: { code: regime.code, name: regime.name },
    period: periodViewOf(s.period, regime.calendar),
    agency: agencyView(b.catalogue.agencies.get(s.agency_id)),
    receiver: agencyView(b.catalogue.agencies.get(s.receiver_id)),
    state: s.state as State,
    stateSince: s.state_since,
    version: s.version,
    edition: steps.filter((t) => t.verb === 'submit').length,
    openedAt: s.opened_at,
    dueAt: s.due_at,
    internalDueAt: internalDue(s),
    isLate: s.is_late,
    isSigned: steps.some((t) => t.is_signed),
    documentNumber: s.document_number,
    documentDate: s.document_date,
    contentHash: contentHash(canonicalContent(cells)),
    forms: formsProgress(s, b),
    corrected: corrected(s, b, cells),
    steps: stepBar({ submission: s, steps, path: regime.path, people: b.people, persons: b.persons }),
    can: [...verbs],
    canEnter: canEnter(actor, held(s)),
    needs: Object.fromEntries(
      regime.path.filter((t) => t.from === s.state && verbs.includes(t.verb)).map((t) => [t.verb, [...t.needs]]),
    ),
    returned: returnedOf(s, b),
    log: steps.map((t) => ({
      verb: t.verb as Verb,
      from: t.from_state as State,
      to: t.to_state as State,
      by: (t.account_id === null ? undefined : b.persons.get(t.account_id)) ?? null,
      agency: t.agency_id === null ? '' : (b.catalogue.agencies.get(t.agency_id)?.shortName ?? ''),
      at: t.at,
      reason: t.reason,
      contentHash: t.content_hash,
      isSigned: t.is_signed,
    })),
  }
}

function held(s: queries.SubmissionRow) {
  return { agencyId: s.agency_id, receiverId: s.receiver_id, state: s.state as State }
}

function verbsOf({ submission, background, preparers }: Seen, actor: Actor): readonly Verb[] {
  return can(regimeOf(submission, background).path, { ...held(submission), preparers }, actor)
}

function regimeOf(s: queries.SubmissionRow, b: Background): RegimeVersion {
  return b.regimes.get(s.regime_version_id) as RegimeVersion
}

const stepOfState: Readonly<Record<string, string>> = {
  draft: 'submit',
  submitted: 'appraise',
  appraised: 'approve',
  approved: 'seal',
}

/** The agency's own deadline of the step it stands at; null once it has left the agency. */
function internalDue(s: queries.SubmissionRow): string | null {
  return s.internal_due[stepOfState[s.state] ?? ''] ?? null
}

/** Beyond the draft every cell is filled: submitting asks for that. */
function formsProgress(s: queries.SubmissionRow, b: Background): SubmissionView['forms'] {
  const period = figuresPeriod(s.period, regimeOf(s, b).figuresCalendar)
  return s.form_ids.flatMap((id) => {
    const form = b.layouts.get(id)
    if (!form) return []
    const wanted = cellsToFill(form.layout, columnsOf(form.layout, period))
    const said = b.filled.get(`${s.id} ${id}`) ?? new Set<string>()
    const filled = s.state === 'draft' ? [...wanted].filter((name) => said.has(name)).length : wanted.size
    return [{ id, code: form.code, title: form.layout.title, filled, toFill: wanted.size }]
  })
}

/** Typed cells beside those that have to be filled: figures of earlier periods that are said anew. */
function corrected(s: queries.SubmissionRow, b: Background, cells: readonly cellQueries.CellRow[]): number {
  const period = figuresPeriod(s.period, regimeOf(s, b).figuresCalendar)
  return cells.filter((cell) => {
    const layout = b.layouts.get(cell.form_version_id)?.layout
    const wanted = layout && cellsToFill(layout, columnsOf(layout, period))
    return cell.kind !== 'empty' && !wanted?.has(cellName({ row: cell.row_key, column: cell.column_key }))
  }).length
}

/** The last return, unless the agency has sent the report since and took it back itself. */
function returnedOf(s: queries.SubmissionRow, b: Background): SubmissionView['returned'] {
  const last = (b.steps.get(s.id) ?? []).findLast(
    (t) => t.verb === 'sendBack' || (t.verb === 'withdraw' && t.from_state === 'sent'),
  )
  if (last?.verb !== 'sendBack') return null
  const by = last?.account_id == null ? undefined : b.persons.get(last.account_id)
  if (!by || s.state === 'accepted') return null
  return {
    by,
    at: last.at,
    reason: last.reason,
    cells: (b.marked.get(last.id) ?? []).map((m) => ({
      formId: m.formId,
      row: m.row,
      column: m.column,
      label: cellLabel(s, b, m),
      note: m.note,
    })),
  }
}

/** «Sản lượng rau màu · Ước tháng 12». */
function cellLabel(s: queries.SubmissionRow, b: Background, cell: stepQueries.MarkedCell): string {
  const layout = b.layouts.get(cell.formId)?.layout
  const period = figuresPeriod(s.period, regimeOf(s, b).figuresCalendar)
  const row = layout?.rows.find((one) => one.key === cell.row)
  const header =
    layout &&
    columnsOf(layout, period)
      .find((one) => one.key === cell.column)
      ?.header.at(-1)
  return [row?.label, header && headerLabel(header, period)].filter(Boolean).join(' · ')
}
