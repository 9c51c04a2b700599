/** All SQL of questions and their replies. */
import type { Db } from '../platform/database.ts'

export interface QuestionRow {
  readonly id: string
  readonly regime_id: number
  readonly period: string
  readonly agency_id: number
  readonly row_key: string | null
  readonly column_key: string | null
  readonly about: string
  readonly body: string
  readonly asked_by: number
  readonly asking_agency_id: number
  readonly asked_at: string
  readonly is_open: boolean
}

const columns = `q.id, q.regime_id, q.period, q.agency_id, q.row_key, q.column_key, q.about, q.body, q.asked_by,
  q.asking_agency_id, q.asked_at,
  not exists (select 1 from question_replies r where r.question_id = q.id and r.kind = 'close') as is_open`

export interface QuestionFilter {
  /** Questions put to this agency or by it. */
  readonly agencyId: number
  readonly side?: 'own' | 'asked' | undefined
  readonly isOpenOnly: boolean
  readonly period?: string | undefined
  readonly row?: string | undefined
  readonly column?: string | undefined
}

/** Newest first, two hundred at most. */
export async function questionsOf(db: Db, f: QuestionFilter): Promise<QuestionRow[]> {
  const { rows } = await db.query<QuestionRow>(
    `select * from (
       select ${columns} from questions q
       where ((q.agency_id = $1 and $2 is distinct from 'asked') or (q.asking_agency_id = $1 and $2 is distinct from 'own'))
         and ($4::text is null or q.period = $4) and ($5::text is null or q.row_key = $5)
         and ($6::text is null or q.column_key = $6)) found
     where found.is_open or not $3 order by found.id desc limit 200`,
    [f.agencyId, f.side ?? null, f.isOpenOnly, f.period ?? null, f.row ?? null, f.column ?? null],
  )
  return rows
}

/** Holds the question until the end of the transaction, so that replies come one after the other. */
export async function lockQuestion(db: Db, id: string): Promise<QuestionRow | undefined> {
  await db.query(`select pg_advisory_xact_lock(hashtext('questions'), ($1::bigint % 2147483647)::int)`, [id])
  const { rows } = await db.query<QuestionRow>(`select ${columns} from questions q where q.id = $1`, [id])
  return rows[0]
}

export interface NewQuestionRow {
  readonly regimeId: number
  readonly period: string
  readonly agencyId: number
  readonly row: string | null
  readonly column: string | null
  readonly about: string
  readonly body: string
  readonly askedBy: number
  readonly askingAgencyId: number
  readonly at: string
}

export async function insertQuestion(db: Db, q: NewQuestionRow): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into questions (regime_id, period, agency_id, row_key, column_key, about, body, asked_by, asking_agency_id,
       asked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [q.regimeId, q.period, q.agencyId, q.row, q.column, q.about, q.body, q.askedBy, q.askingAgencyId, q.at],
  )
  return (rows[0] as { id: string }).id
}

export interface ReplyRow {
  readonly question_id: string
  readonly kind: 'answer' | 'close'
  readonly body: string
  readonly account_id: number
  readonly at: string
}

export async function repliesTo(db: Db, ids: readonly string[]): Promise<ReplyRow[]> {
  const { rows } = await db.query<ReplyRow>(
    `select r.question_id, r.kind, r.body, r.account_id, r.at from question_replies r
     where r.question_id = any($1) order by r.question_id, r.position`,
    [ids],
  )
  return rows
}

export interface NewReply {
  readonly questionId: string
  readonly kind: 'answer' | 'close'
  readonly body: string
  readonly accountId: number
  readonly agencyId: number
  readonly at: string
}

/** The caller holds the question. */
export async function insertReply(db: Db, r: NewReply): Promise<void> {
  await db.query(
    `insert into question_replies (question_id, position, kind, body, account_id, agency_id, at)
     select $1, coalesce(max(k.position), 0) + 1, $2, $3, $4, $5, $6 from question_replies k where k.question_id = $1`,
    [r.questionId, r.kind, r.body, r.accountId, r.agencyId, r.at],
  )
}
