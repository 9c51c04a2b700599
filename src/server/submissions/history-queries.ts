/** Writing the whole course of many submissions at once, as a history that is loaded rather than lived. */
import type { Db } from '../platform/database.ts'
import type { MarkedCell, NewStep } from './step-queries.ts'

export interface PastCell {
  readonly submissionId: string
  readonly formId: number
  readonly row: string
  readonly column: string
  readonly revision: number
  readonly kind: string
  readonly value: string | null
  readonly note: string
  readonly enteredBy: number
  readonly actingAgencyId: number
  readonly enteredAt: string
}

export interface PastSnapshot {
  readonly submissionId: string
  readonly contentHash: string
  readonly content: string
  readonly at: string
}

/** Where a submission stands at the end of its course. */
export interface PastState {
  readonly submissionId: string
  readonly state: string
  readonly at: string
  readonly sending: number
  readonly firstSentAt: string | null
  readonly isLate: boolean
  readonly documentNumber: string
  readonly documentDate: string | null
  readonly contentHash: string | null
}

export interface PastStep extends NewStep {
  readonly marked: readonly MarkedCell[]
}

export interface History {
  /** Every revision, in order; the last of a cell is what it says now. */
  readonly cells: readonly PastCell[]
  readonly steps: readonly PastStep[]
  readonly snapshots: readonly PastSnapshot[]
  readonly states: readonly PastState[]
}

/** Whether anybody was ever asked for a report. */
export async function hasSubmissions(db: Db): Promise<boolean> {
  const { rows } = await db.query('select 1 from submissions limit 1')
  return rows.length > 0
}

const rowsAtOnce = 5000

/** For submissions that were just opened and never touched. */
export async function loadHistory(db: Db, history: History): Promise<void> {
  for (let from = 0; from < history.cells.length; from += rowsAtOnce) {
    await insertRevisions(db, history.cells.slice(from, from + rowsAtOnce))
  }
  await db.query(
    `insert into cells select distinct on (submission_id, version, form_version_id, row_key, column_key) *
     from cell_revisions r where r.submission_id = any($1)
     order by submission_id, version, form_version_id, row_key, column_key, revision desc`,
    [history.states.map((one) => one.submissionId)],
  )
  await insertSteps(db, history.steps)
  await db.query(
    `insert into submission_snapshots (submission_id, version, content_hash, content, at)
     select s."submissionId", 1, s."contentHash", s.content, s.at
     from jsonb_to_recordset($1) as s ("submissionId" bigint, "contentHash" text, content text, at timestamptz)
     on conflict do nothing`,
    [JSON.stringify(history.snapshots)],
  )
  await db.query(
    `update submissions s set state = p.state, state_since = p.at, sending = p.sending, first_sent_at = p."firstSentAt",
       is_late = p."isLate", document_number = p."documentNumber", document_date = p."documentDate",
       content_hash = p."contentHash"
     from jsonb_to_recordset($1) as p ("submissionId" bigint, state text, at timestamptz, sending int,
       "firstSentAt" timestamptz, "isLate" boolean, "documentNumber" text, "documentDate" date, "contentHash" text)
     where s.id = p."submissionId"`,
    [JSON.stringify(history.states)],
  )
}

async function insertRevisions(db: Db, cells: readonly PastCell[]): Promise<void> {
  await db.query(
    `insert into cell_revisions (submission_id, version, form_version_id, row_key, column_key, revision, kind, value,
       note, origin, entered_by, acting_agency_id, entered_at)
     select c."submissionId", 1, c."formId", c."row", c."column", c.revision, c.kind, c.value, c.note, 'typed',
       c."enteredBy", c."actingAgencyId", c."enteredAt"
     from jsonb_to_recordset($1) as c ("submissionId" bigint, "formId" int, "row" text, "column" text, revision int,
       kind text, value numeric, note text, "enteredBy" int, "actingAgencyId" int, "enteredAt" timestamptz)`,
    [JSON.stringify(cells)],
  )
}

/** Steps get ascending ids in the order given: a submission's log is read in the order of its ids. */
async function insertSteps(db: Db, steps: readonly PastStep[]): Promise<void> {
  const { rows } = await db.query<{ id: string }>(
    `select nextval(pg_get_serial_sequence('submission_steps', 'id')) as id from generate_series(1, $1)`,
    [steps.length],
  )
  const numbered = steps.map((step, index) => ({ ...step, id: rows[index]?.id }))
  await db.query(
    `insert into submission_steps (id, submission_id, version, verb, from_state, to_state, account_id, agency_id, role,
       at, reason, content_hash)
     overriding system value
     select s.id, s."submissionId", s.version, s.verb, s."from", s."to", s."accountId", s."agencyId", s.role, s.at,
       s.reason, s."contentHash"
     from jsonb_to_recordset($1) as s (id bigint, "submissionId" bigint, version int, verb text, "from" text, "to" text,
       "accountId" int, "agencyId" int, role text, at timestamptz, reason text, "contentHash" text)`,
    [JSON.stringify(numbered)],
  )
  const marked = numbered.flatMap(({ id, marked: cells }) => cells.map((cell) => ({ ...cell, id })))
  await db.query(
    `insert into submission_step_cells (step_id, form_version_id, row_key, column_key, note)
     select m.id, m."formId", m."row", m."column", m.note
     from jsonb_to_recordset($1) as m (id bigint, "formId" int, "row" text, "column" text, note text)`,
    [JSON.stringify(marked)],
  )
}
