/** SQL that finds what the files say otherwise of areas and agencies. Contacts of an agency are its people's to change. */
import type { Db } from '../platform/database.ts'
import { differences, disagreeing, removed } from './difference-queries.ts'
import type { Difference } from './reference-differences.ts'
import type { Reference } from './reference-files.ts'

const areas = {
  rows: `jsonb_to_recordset($1) as r (code text, name text, level text, kind text, parent text, valid_from text,
    valid_to text, note text)`,
}
const agencies = {
  rows: `jsonb_to_recordset($2) as r (code text, name text, short_name text, kind text, parent text, area text,
    source text, confidence text)`,
}
const area = (says: string) => `exists (select from areas a where a.code = r.code and ${says})`
const agency = (says: string) => `exists (select from agencies g where g.code = r.code and ${says})`
/** Without a parent in the file, it has had none; else it has been below that one. */
const isBelow = (all: string) =>
  `case r.parent when '' then not exists (select from ${all}) else exists (select from ${all} and p.code = r.parent) end`

const selects = [
  disagreeing(areas, {
    'area.name': area('exists (select from area_names n where n.area_id = a.id and n.name = r.name)'),
    'area.parent': area(isBelow('area_parents x join areas p on p.id = x.parent_id where x.area_id = a.id')),
    'area.level': area('(a.level, a.kind) = (r.level, r.kind)'),
    // Days are not loaded: those that a file leaves open are whatever the database has.
    'area.days': area(
      `r.valid_from in ('', a.valid_from::text) and r.valid_to in ('', coalesce(a.valid_to::text, ''))`,
    ),
    'area.note': area('a.note = r.note'),
  }),
  disagreeing(agencies, {
    'agency.name': agency(`exists (select from agency_names n
      where n.agency_id = g.id and (n.name, n.short_name) = (r.name, r.short_name))`),
    'agency.parent': agency(isBelow('agency_parents x join agencies p on p.id = x.parent_id where x.agency_id = g.id')),
    'agency.kind': agency(
      `g.kind = r.kind and coalesce((select a.code from areas a where a.id = g.area_id), '') = r.area`,
    ),
    'agency.source': agency('(g.source, g.confidence) = (r.source, r.confidence)'),
  }),
  removed('agency.removed', agencies, `select g.code from agencies g where g.source <> ''`),
]

export function differentPlaces(db: Db, reference: Reference): Promise<readonly Difference[]> {
  return differences(db, selects, [reference.areas, reference.agencies])
}
