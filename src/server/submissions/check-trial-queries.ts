/** What a rule is tried on: past reports that the person may see the figures of, and all their cells at once. */
import type { Db } from '../platform/database.ts'
import type { CellRow } from './cell-queries.ts'

export interface PastReport {
  readonly id: string
  readonly agency_id: number
  readonly receiver_id: number
  readonly regime_version_id: number
  readonly period: string
  readonly version: number
  readonly state: string
  readonly form_ids: readonly number[]
}

/**
 * Reports of the last so many periods, newest first: what is accepted, which the whole province sees, and what was sent
 * to the agency; never what another agency still writes.
 */
export async function pastReports(db: Db, q: { agencyId: number; periods: number }): Promise<PastReport[]> {
  const { rows } = await db.query<PastReport>(
    `with latest as (select distinct s.period from submissions s where s.state in ('sent', 'accepted')
       order by s.period desc limit $2)
     select s.id, s.agency_id, s.receiver_id, s.regime_version_id, s.period, s.version, s.state,
       array(select f.form_version_id from submission_forms f where f.submission_id = s.id order by f.position) as form_ids
     from submissions s join latest using (period)
     where s.state = 'accepted' or (s.state = 'sent' and $1 in (s.receiver_id, s.agency_id))
     order by s.period desc, s.agency_id, s.id`,
    [q.agencyId, q.periods],
  )
  return rows
}

/** Cells of the present versions of these reports, on these forms and rows. */
export async function cellsOfReports(
  db: Db,
  q: {
    readonly reports: readonly PastReport[]
    readonly formIds: readonly number[]
    readonly rowKeys: readonly string[]
  },
): Promise<(CellRow & { submission_id: string })[]> {
  const { rows } = await db.query<CellRow & { submission_id: string }>(
    `select c.submission_id, c.form_version_id, c.row_key, c.column_key, c.revision, c.kind, c.value, c.text, c.note,
       c.origin, c.entered_by, c.entered_at
     from unnest($1::bigint[], $2::int[]) as r (id, version)
     join cells c on c.submission_id = r.id and c.version = r.version and c.form_version_id = any($3)
       and c.row_key = any($4)`,
    [q.reports.map(({ id }) => id), q.reports.map(({ version }) => version), q.formIds, q.rowKeys],
  )
  return rows
}
