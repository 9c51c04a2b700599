/** SQL of submissions: the cases themselves, by agency and by period of a regime. */
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
  /** Versions of the forms that the report is made on. */
  readonly form_ids: readonly number[]
}

/** Where every subject of a regime stands in a period, with the last time it was sent and accepted. */
export async function regimePeriod(db: Db, q: { regimeId: number; period: string }): Promise<RegimePeriodRow[]> {
  const { rows } = await db.query<RegimePeriodRow>(
    `select s.id, s.agency_id, s.state, s.due_at, s.first_sent_at, s.is_late, s.sending,
        (select max(t.at) from submission_steps t where t.submission_id = s.id and t.verb = 'send') as sent_at,
        (select max(t.at) from submission_steps t where t.submission_id = s.id and t.verb = 'accept') as accepted_at,
        array(select f.form_version_id from submission_forms f where f.submission_id = s.id) as form_ids
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
