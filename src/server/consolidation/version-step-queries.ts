/** All SQL of the steps that pinned versions take. */
import type { Db } from '../platform/database.ts'
import type { TableKey } from './adjustment-queries.ts'

export interface VersionStepRow {
  readonly version: number
  readonly verb: string
  readonly from_state: string
  readonly to_state: string
  readonly account_id: number
  readonly agency_id: number
  readonly role: string
  readonly at: string
  readonly reason: string
  readonly content_hash: string
  readonly document_number: string
  readonly document_date: string | null
  /** What the first sending of the period was judged by; null with every other step. */
  readonly due_at: string | null
}

/** Of every version of the table, in the order in which they were taken. */
export async function versionSteps(db: Db, { regimeId, period }: TableKey): Promise<VersionStepRow[]> {
  const { rows } = await db.query<VersionStepRow>(
    `select v.version, s.verb, s.from_state, s.to_state, s.account_id, s.agency_id, s.role, s.at, s.reason,
        s.content_hash, s.document_number, s.document_date, s.due_at
     from consolidated_version_steps s join consolidated_versions v on v.id = s.version_id
     where v.regime_id = $1 and v.period = $2 order by s.id`,
    [regimeId, period],
  )
  return rows
}

export interface NewVersionStep extends TableKey {
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
  readonly document: { readonly number: string; readonly date: string } | null
  readonly dueAt: string | null
}

export async function insertVersionStep(db: Db, s: NewVersionStep): Promise<void> {
  await db.query(
    `insert into consolidated_version_steps (version_id, verb, from_state, to_state, account_id, agency_id, role, at,
       reason, content_hash, document_number, document_date, due_at)
     select v.id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 from consolidated_versions v
     where v.regime_id = $1 and v.period = $2 and v.version = $3`,
    [
      s.regimeId,
      s.period,
      s.version,
      s.verb,
      s.from,
      s.to,
      s.accountId,
      s.agencyId,
      s.role,
      s.at,
      s.reason,
      s.contentHash,
      s.document?.number ?? '',
      s.document?.date ?? null,
      s.dueAt,
    ],
  )
}

/** Accounts that pinned the version, wrote an adjustment that stands in it, or submitted it. */
export async function preparersOf(
  db: Db,
  { regimeId, period, version }: TableKey & { readonly version: number },
): Promise<ReadonlySet<number>> {
  const { rows } = await db.query<{ account_id: number }>(
    `with it as (select v.id, v.account_id, v.content from consolidated_versions v
       where v.regime_id = $1 and v.period = $2 and v.version = $3)
     select it.account_id from it
     union
     select a.account_id from it
     cross join lateral jsonb_path_query(it.content::jsonb, '$.rows[*].cells[*].adjustments[*].id') as said (id)
     join adjustments a on a.id = (said.id #>> '{}')::bigint
     union
     select s.account_id from it join consolidated_version_steps s on s.version_id = it.id and s.verb = 'submit'`,
    [regimeId, period, version],
  )
  return new Set(rows.map((r) => r.account_id))
}

export interface OpenPeriods {
  readonly regimeId: number
  /** In which nothing is left to do. */
  readonly endStates: readonly string[]
  /** In which a version keeps its place when another is pinned. */
  readonly approvedStates: readonly string[]
}

/** Periods of which a version has taken a step and not come to the end of its way, newest first. */
export async function periodsOnPath(db: Db, q: OpenPeriods): Promise<string[]> {
  const { rows } = await db.query<{ period: string }>(
    `select v.period from consolidated_versions v
     join lateral (select s.to_state from consolidated_version_steps s where s.version_id = v.id
       order by s.id desc limit 1) last on true
     where v.regime_id = $1 and last.to_state <> all($2)
       and (last.to_state = any($3) or not exists (
         select from consolidated_versions n where n.regime_id = v.regime_id and n.period = v.period
           and n.version > v.version and n.reading = 'accepted'))
     group by v.period order by v.period desc limit 50`,
    [q.regimeId, q.endStates, q.approvedStates],
  )
  return rows.map((r) => r.period)
}
