/** SQL of the steps that submissions went: what was found, marked and decided on, and where it brought them. */
import type { Finding, FreshFinding } from '#core/validation/finding.ts'
import type { Db } from '../platform/database.ts'

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

/** A finding on record: of which form, with its sentence as it was said. Older records do not say what they quote. */
export interface RecordedFinding extends Finding, Partial<Pick<FreshFinding, 'quotes'>> {
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
