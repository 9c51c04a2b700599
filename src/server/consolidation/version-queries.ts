/** All SQL of pinned versions. */
import type { Db } from '../platform/database.ts'
import type { TableKey } from './adjustment-queries.ts'

export interface VersionRow {
  readonly version: number
  readonly reading: 'accepted' | 'provisional'
  readonly content: string
  readonly content_hash: string
  readonly changes: string
  readonly note: string
  readonly account_id: number
  readonly at: string
}

const columns = 'v.version, v.reading, v.content_hash, v.changes, v.note, v.account_id, v.at'

/** Newest first, without their contents. */
export async function versionsOf(db: Db, { regimeId, period }: TableKey): Promise<Omit<VersionRow, 'content'>[]> {
  const { rows } = await db.query<Omit<VersionRow, 'content'>>(
    `select ${columns} from consolidated_versions v where v.regime_id = $1 and v.period = $2 order by v.version desc`,
    [regimeId, period],
  )
  return rows
}

interface VersionKey extends TableKey {
  readonly readings: readonly string[]
  /** The latest when it is left out. */
  readonly version?: number
}

/** Of the readings that the reader may know. */
export async function versionOf(db: Db, k: VersionKey): Promise<VersionRow | undefined> {
  const { rows } = await db.query<VersionRow>(
    `select ${columns}, v.content from consolidated_versions v
     where v.regime_id = $1 and v.period = $2 and v.reading = any($3) and v.version = coalesce($4, v.version)
     order by v.version desc limit 1`,
    [k.regimeId, k.period, k.readings, k.version ?? null],
  )
  return rows[0]
}

/** Of any reading, for they are numbered together; 0 where there is none. */
export async function lastVersion(db: Db, { regimeId, period }: TableKey): Promise<number> {
  const { rows } = await db.query<{ version: number }>(
    `select coalesce(max(v.version), 0) as version from consolidated_versions v where v.regime_id = $1 and v.period = $2`,
    [regimeId, period],
  )
  return rows[0]?.version ?? 0
}

export interface NewVersionRow extends TableKey {
  readonly version: number
  readonly reading: string
  readonly content: string
  readonly contentHash: string
  readonly changes: string
  readonly note: string
  readonly accountId: number
  readonly agencyId: number
  readonly at: string
}

export async function insertVersion(db: Db, v: NewVersionRow): Promise<void> {
  await db.query(
    `insert into consolidated_versions
       (regime_id, period, version, reading, content, content_hash, changes, note, account_id, agency_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      v.regimeId,
      v.period,
      v.version,
      v.reading,
      v.content,
      v.contentHash,
      v.changes,
      v.note,
      v.accountId,
      v.agencyId,
      v.at,
    ],
  )
}
