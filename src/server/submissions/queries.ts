/** All SQL of submissions: the cases, their cells with history, and the steps they went. */
import type { Finding } from '#core/validation/finding.ts'
import type { Db } from '../platform/database.ts'

export interface SubmissionRow {
  readonly id: string
  readonly regime_version_id: number
  readonly regime_id: number
  readonly agency_id: number
  readonly receiver_id: number
  readonly period: string
  readonly span_id: number
  readonly version: number
  readonly sending: number
  readonly state: string
  readonly state_since: string
  readonly opened_at: string
  readonly due_at: string
  readonly internal_due: Readonly<Record<string, string>>
  readonly first_sent_at: string | null
  readonly is_late: boolean
  readonly document_number: string
  readonly document_date: string | null
  /** Its form versions, in order. */
  readonly form_ids: readonly number[]
}

const columns = `s.id, s.regime_version_id, s.regime_id, s.agency_id, s.receiver_id, s.period, s.span_id, s.version,
  s.sending, s.state, s.state_since, s.opened_at, s.due_at, s.internal_due, s.first_sent_at, s.is_late,
  s.document_number, s.document_date,
  array(select f.form_version_id from submission_forms f where f.submission_id = s.id order by f.position) as form_ids`

/** Takes the submission's row first: every write to it, edits too, passes here, so nothing reads what another is changing. */
export async function lockSubmission(db: Db, id: string): Promise<SubmissionRow | undefined> {
  const { rows } = await db.query<SubmissionRow>(
    `select ${columns} from submissions s where s.id = $1 for no key update`,
    [id],
  )
  return rows[0]
}

/** Takes the rows of a period's reports, in the order of their ids, so that none of them takes a step meanwhile. */
export async function lockPeriod(db: Db, q: { regimeId: number; period: string }): Promise<void> {
  await db.query(
    `select s.id from submissions s where s.regime_id = $1 and s.period = $2 order by s.id for no key update`,
    [q.regimeId, q.period],
  )
}

export async function submissionById(db: Db, id: string): Promise<SubmissionRow | undefined> {
  const { rows } = await db.query<SubmissionRow>(`select ${columns} from submissions s where s.id = $1`, [id])
  return rows[0]
}

export interface SubmissionFilter {
  readonly agencyId: number
  /** Whether submissions of this agency, and those sent to it, are meant. */
  readonly opens: { readonly own: boolean; readonly received: boolean }
  readonly period?: string | undefined
  readonly state?: string | undefined
  /** Of the periods before this one only what is not accepted yet; `all` of every period. */
  readonly openBefore?: string | undefined
}

export interface Cursor {
  readonly dueAt: string
  readonly id: string
}

const wanted = `
  ((s.agency_id = $1 and $4) or (s.receiver_id = $1 and s.state in ('sent', 'accepted') and $5))
    and ($2::text is null or s.period = $2) and ($3::text is null or s.state = $3)
    and ($6::text is null or ($6 <> 'all' and s.period >= $6) or s.state <> 'accepted')`

function valuesOf({ agencyId, period, state, opens, openBefore }: SubmissionFilter): unknown[] {
  return [agencyId, period ?? null, state ?? null, opens.own, opens.received, openBefore ?? null]
}

/** What is due last comes first. All of them, or a page after a cursor. */
export async function submissionsOf(
  db: Db,
  filter: SubmissionFilter,
  page: { readonly after?: Cursor | undefined; readonly limit?: number } = {},
): Promise<SubmissionRow[]> {
  const { rows } = await db.query<SubmissionRow>(
    `select ${columns} from submissions s
     where ${wanted} and ($7::timestamptz is null or s.due_at < $7 or (s.due_at = $7 and s.id > $8))
     order by s.due_at desc, s.id limit $9`,
    [...valuesOf(filter), page.after?.dueAt ?? null, page.after?.id ?? null, page.limit ?? null],
  )
  return rows
}

export async function countSubmissions(db: Db, filter: SubmissionFilter): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from submissions s where ${wanted}`,
    valuesOf(filter),
  )
  return rows[0]?.count ?? 0
}

/** Labels of the periods this agency has submissions in, newest first. */
export async function periodsOf(db: Db, agencyId: number): Promise<string[]> {
  const { rows } = await db.query<{ period: string }>(
    `select s.period from submissions s where s.agency_id = $1 or s.receiver_id = $1
     group by s.period, s.span_id order by s.period desc limit 200`,
    [agencyId],
  )
  return rows.map((r) => r.period)
}

/** The version of the regime that a period's reports were opened under; undefined where nobody reports in it. */
export async function regimeVersionOfPeriod(
  db: Db,
  q: { regimeId: number; period: string },
): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number | null }>(
    'select max(s.regime_version_id) as id from submissions s where s.regime_id = $1 and s.period = $2',
    [q.regimeId, q.period],
  )
  return rows[0]?.id ?? undefined
}

export interface RegimePeriodRow {
  readonly id: string
  readonly agency_id: number
  readonly state: string
  readonly due_at: string
  readonly first_sent_at: string | null
  readonly is_late: boolean
  readonly sent_at: string | null
  readonly accepted_at: string | null
  readonly sending: number
}

/** Where every subject of a regime stands in a period, with the last time it was sent and accepted. */
export async function regimePeriod(db: Db, q: { regimeId: number; period: string }): Promise<RegimePeriodRow[]> {
  const { rows } = await db.query<RegimePeriodRow>(
    `select s.id, s.agency_id, s.state, s.due_at, s.first_sent_at, s.is_late, s.sending,
        (select max(t.at) from submission_steps t where t.submission_id = s.id and t.verb = 'send') as sent_at,
        (select max(t.at) from submission_steps t where t.submission_id = s.id and t.verb = 'accept') as accepted_at
     from submissions s where s.regime_id = $1 and s.period = $2`,
    [q.regimeId, q.period],
  )
  return rows
}

export async function periodsOfRegime(db: Db, regimeId: number): Promise<string[]> {
  const { rows } = await db.query<{ period: string }>(
    `select distinct s.period from submissions s where s.regime_id = $1 order by s.period desc limit 200`,
    [regimeId],
  )
  return rows.map((r) => r.period)
}

export interface CellRow {
  readonly form_version_id: number
  readonly row_key: string
  readonly column_key: string
  readonly revision: number
  readonly kind: string
  readonly value: string | null
  readonly text: string | null
  readonly note: string
  readonly origin: 'typed' | 'imported' | 'received' | 'computed'
  readonly entered_by: number
  readonly entered_at: string
}

const cellColumns = `c.form_version_id, c.row_key, c.column_key, c.revision, c.kind, c.value, c.text, c.note, c.origin,
  c.entered_by, c.entered_at`

export async function cellsOf(db: Db, q: { submissionId: string; version: number }): Promise<CellRow[]> {
  const { rows } = await db.query<CellRow>(
    `select ${cellColumns} from cells c where c.submission_id = $1 and c.version = $2`,
    [q.submissionId, q.version],
  )
  return rows
}

export interface CellPlace {
  readonly submissionId: string
  readonly version: number
  readonly formId: number
}

/** Cells of a form as they stand at this instant, which is the instant of what is written on them. */
export async function cellsAt(
  db: Db,
  { submissionId, version, formId }: CellPlace,
  keys: { readonly rows: readonly string[]; readonly columns: readonly string[] },
): Promise<{ readonly at: string; readonly cells: readonly CellRow[] }> {
  const { rows } = await db.query<CellRow & { at: string }>(
    `with clock as materialized (select app.now() as at)
     select clock.at, ${cellColumns} from clock left join cells c
       on c.submission_id = $1 and c.version = $2 and c.form_version_id = $3
       and (c.row_key, c.column_key) in (select * from unnest($4::text[], $5::text[]))`,
    [submissionId, version, formId, keys.rows, keys.columns],
  )
  return { at: (rows[0] as { at: string }).at, cells: rows.filter((row) => row.row_key !== null) }
}

/** Every revision of a cell over all versions of the submission, newest first. */
export async function historyOf(
  db: Db,
  { submissionId, formId }: Omit<CellPlace, 'version'>,
  address: { row: string; column: string },
): Promise<CellRow[]> {
  const { rows } = await db.query<CellRow>(
    `select ${cellColumns} from cell_revisions c
     where c.submission_id = $1 and c.form_version_id = $2 and c.row_key = $3 and c.column_key = $4
     order by c.version desc, c.revision desc limit 200`,
    [submissionId, formId, address.row, address.column],
  )
  return rows
}

export interface NewCell {
  readonly row: string
  readonly column: string
  readonly revision: number
  readonly kind: string
  readonly value: string | null
  readonly text: string | null
  readonly note: string
}

/** Writes cells and their revisions in one statement. The caller holds the submission's row. */
export async function writeCells(
  db: Db,
  place: CellPlace & { enteredBy: number; actingAgencyId: number; at: string },
  cells: readonly NewCell[],
): Promise<CellRow[]> {
  const { rows } = await db.query<CellRow>(
    `with put as (
       insert into cells (submission_id, version, form_version_id, row_key, column_key, revision, kind, value, text, note,
         origin, entered_by, acting_agency_id, entered_at)
       select $1, $2, $3, n.row_key, n.column_key, n.revision, n.kind, n.value, n.text, n.note, 'typed', $4, $5, $6
       from unnest($7::text[], $8::text[], $9::int[], $10::text[], $11::numeric[], $12::text[], $13::text[])
         as n (row_key, column_key, revision, kind, value, text, note)
       on conflict (submission_id, version, form_version_id, row_key, column_key) do update set
         revision = excluded.revision, kind = excluded.kind, value = excluded.value, text = excluded.text,
         note = excluded.note, origin = excluded.origin, entered_by = excluded.entered_by,
         acting_agency_id = excluded.acting_agency_id, entered_at = excluded.entered_at
       returning *),
     kept as (insert into cell_revisions select * from put)
     select ${cellColumns} from put c`,
    [
      place.submissionId,
      place.version,
      place.formId,
      place.enteredBy,
      place.actingAgencyId,
      place.at,
      cells.map((c) => c.row),
      cells.map((c) => c.column),
      cells.map((c) => c.revision),
      cells.map((c) => c.kind),
      cells.map((c) => c.value),
      cells.map((c) => c.text),
      cells.map((c) => c.note),
    ],
  )
  return rows
}

/** Every cell of the present versions that says something. */
export async function filledCells(
  db: Db,
  submissionIds: readonly string[],
): Promise<{ submission_id: string; form_version_id: number; row_key: string; column_key: string }[]> {
  const { rows } = await db.query<{
    submission_id: string
    form_version_id: number
    row_key: string
    column_key: string
  }>(
    `select c.submission_id, c.form_version_id, c.row_key, c.column_key
     from cells c join submissions s on s.id = c.submission_id and s.version = c.version
     where c.submission_id = any($1) and c.kind <> 'empty'`,
    [submissionIds],
  )
  return rows
}

/** The clock of the database, read after the lock. */
export async function now(db: Db): Promise<string> {
  const { rows } = await db.query<{ now: string }>('select app.now() as now')
  return (rows[0] as { now: string }).now
}

export interface StepRow {
  readonly id: string
  readonly submission_id: string
  readonly version: number
  readonly verb: string
  readonly from_state: string
  readonly to_state: string
  readonly account_id: number | null
  readonly agency_id: number | null
  readonly role: string
  readonly at: string
  readonly reason: string
  readonly content_hash: string | null
  readonly is_signed: boolean
}

export async function stepsOf(db: Db, submissionIds: readonly string[]): Promise<Map<string, StepRow[]>> {
  const { rows } = await db.query<StepRow>(
    `select t.* from submission_steps t where t.submission_id = any($1) order by t.submission_id, t.id`,
    [submissionIds],
  )
  const steps = new Map<string, StepRow[]>()
  for (const r of rows) {
    const known = steps.get(r.submission_id)
    if (known) known.push(r)
    else steps.set(r.submission_id, [r])
  }
  return steps
}

export interface NewStep {
  readonly submissionId: string
  readonly version: number
  readonly verb: string
  readonly from: string
  readonly to: string
  readonly accountId: number
  readonly agencyId: number
  readonly role: string
  readonly at: string
  readonly reason: string
  readonly contentHash: string
}

export async function insertStep(db: Db, s: NewStep): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into submission_steps
       (submission_id, version, verb, from_state, to_state, account_id, agency_id, role, at, reason, content_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [s.submissionId, s.version, s.verb, s.from, s.to, s.accountId, s.agencyId, s.role, s.at, s.reason, s.contentHash],
  )
  return (rows[0] as { id: string }).id
}

/** A finding on record: of which form, with its sentence as it was said. */
export interface RecordedFinding extends Finding {
  readonly form: number
  readonly text: string
}

export async function insertFindings(db: Db, stepId: string, findings: readonly RecordedFinding[]): Promise<void> {
  await db.query('insert into submission_findings (step_id, findings) values ($1, $2)', [
    stepId,
    JSON.stringify(findings),
  ])
}

/** Null when none were recorded with the step. */
export async function recordedFindings(db: Db, stepId: string): Promise<RecordedFinding[] | null> {
  const { rows } = await db.query<{ findings: RecordedFinding[] }>(
    'select f.findings from submission_findings f where f.step_id = $1',
    [stepId],
  )
  return rows[0]?.findings ?? null
}

export interface MarkedCell {
  readonly formId: number
  readonly row: string
  readonly column: string
  readonly note: string
}

export async function insertStepCells(db: Db, stepId: string, cells: readonly MarkedCell[]): Promise<void> {
  await db.query(
    `insert into submission_step_cells (step_id, form_version_id, row_key, column_key, note)
     select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::text[]) on conflict do nothing`,
    [stepId, cells.map((c) => c.formId), cells.map((c) => c.row), cells.map((c) => c.column), cells.map((c) => c.note)],
  )
}

export async function markedCells(db: Db, stepIds: readonly string[]): Promise<(MarkedCell & { stepId: string })[]> {
  const { rows } = await db.query<MarkedCell & { stepId: string }>(
    `select m.step_id as "stepId", m.form_version_id as "formId", m.row_key as "row", m.column_key as "column", m.note
     from submission_step_cells m where m.step_id = any($1) order by m.step_id, m.row_key, m.column_key`,
    [stepIds],
  )
  return rows
}

export interface StateChange {
  readonly id: string
  readonly state: string
  readonly at: string
  readonly contentHash: string
  readonly sending?: number
  readonly firstSentAt?: string
  readonly isLate?: boolean
  readonly documentNumber?: string
  readonly documentDate?: string
}

export async function changeState(db: Db, c: StateChange): Promise<void> {
  await db.query(
    `update submissions set state = $2, state_since = $3, content_hash = $4,
       sending = coalesce($5, sending), first_sent_at = coalesce(first_sent_at, $6), is_late = coalesce($7, is_late),
       document_number = coalesce($8, document_number), document_date = coalesce($9, document_date)
     where id = $1`,
    [
      c.id,
      c.state,
      c.at,
      c.contentHash,
      c.sending ?? null,
      c.firstSentAt ?? null,
      c.isLate ?? null,
      c.documentNumber ?? null,
      c.documentDate ?? null,
    ],
  )
}

export async function insertSnapshot(
  db: Db,
  s: { submissionId: string; version: number; contentHash: string; content: string; at: string },
): Promise<void> {
  await db.query(
    `insert into submission_snapshots (submission_id, version, content_hash, content, at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [s.submissionId, s.version, s.contentHash, s.content, s.at],
  )
}

export async function snapshotContent(
  db: Db,
  s: { submissionId: string; contentHash: string },
): Promise<string | undefined> {
  const { rows } = await db.query<{ content: string }>(
    `select content from submission_snapshots where submission_id = $1 and content_hash = $2
     order by version desc limit 1`,
    [s.submissionId, s.contentHash],
  )
  return rows[0]?.content
}

/** Accounts that typed a cell of this version or submitted it. */
export async function preparersOf(db: Db, q: { submissionId: string; version: number }): Promise<ReadonlySet<number>> {
  const { rows } = await db.query<{ account_id: number }>(
    `select distinct r.entered_by as account_id from cell_revisions r where r.submission_id = $1 and r.version = $2
     union
     select t.account_id from submission_steps t
     where t.submission_id = $1 and t.version = $2 and t.verb = 'submit' and t.account_id is not null`,
    [q.submissionId, q.version],
  )
  return new Set(rows.map((r) => r.account_id))
}

export interface NewSubmission {
  readonly regimeVersionId: number
  readonly regimeId: number
  readonly agencyId: number
  readonly receiverId: number
  readonly period: string
  readonly spanId: number
  readonly openedAt: string
  readonly dueAt: string
  readonly internalDue: Readonly<Record<string, string>>
}

/** Undefined when this agency's submission of the period is already open. */
export async function insertSubmission(db: Db, s: NewSubmission): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into submissions (regime_version_id, regime_id, agency_id, receiver_id, period, span_id, state_since,
       opened_at, due_at, internal_due)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9) on conflict (regime_id, agency_id, span_id, round) do nothing
     returning id`,
    [
      s.regimeVersionId,
      s.regimeId,
      s.agencyId,
      s.receiverId,
      s.period,
      s.spanId,
      s.openedAt,
      s.dueAt,
      JSON.stringify(s.internalDue),
    ],
  )
  return rows[0]?.id
}

export async function insertSubmissionForms(db: Db, submissionId: string, formIds: readonly number[]): Promise<void> {
  await db.query(
    `insert into submission_forms (submission_id, form_version_id, position)
     select $1, f.id, f.position from unnest($2::int[]) with ordinality as f (id, position)`,
    [submissionId, formIds],
  )
}
