/** SQL of the cells of a submission and their history. */
import type { Db } from '../platform/database.ts'

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
