/**
 * What one edition said, as a hash: key and value of every reported value, computed ones too. The journal keeps it with the
 * sending, so that no value of an edition can be changed together with what is read from it.
 */
import type { Db } from '#server/platform/database.ts'
import { byKey, plannedWith } from '#server/platform/planner-settings.ts'

/** SQL of the digest over the rows `r` of one edition; the columns have one scale each, so one value has one text. */
export const digestOfRows = `
  encode(sha256(convert_to(string_agg(said.line, e'\\n' order by said.line collate "C"), 'UTF8')), 'hex')`
export const lineOfRow = `
  jsonb_build_array(r.indicator_id, r.span_id, r.area_id, r.breakdown_id, r.plan_version_id, r.vintage, r.agency_id,
    r.kind, r.value, r.upper_value, r.text)::text`

/** Of an edition without a value: the hash of nothing. */
export async function digestOfEdition(db: Db, editionId: string): Promise<string> {
  const text = `
    select coalesce(${digestOfRows}, encode(sha256(''), 'hex')) as digest
       from (select ${lineOfRow} as line from edition_values r where r.edition_id = $1) said`
  const { rows } = await plannedWith(db, byKey, () => db.query<{ digest: string }>(text, [editionId]))
  return (rows[0] as { digest: string }).digest
}

/** The same for the rows of a file or message, as they are kept; batch-digest.ts makes it of what was said. */
export const digestOfBatchRows = `
  encode(sha256(convert_to(string_agg(
    concat_ws(' ', r.row_key, r.indicator_id, r.span_id, r.area_id, r.breakdown_id, r.plan_version_id, r.vintage, r.agency_id, r.kind,
      coalesce(r.value::text, '-'), coalesce(r.upper_value::text, '-'), quote_literal(r.text)),
    e'\\n' order by r.row_key::integer), 'UTF8')), 'hex')`
