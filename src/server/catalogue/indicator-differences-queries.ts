/** SQL that finds what the files say otherwise of indicators, their groups and plan versions. */
import type { Db } from '../platform/database.ts'
import { differences, disagreeing, removed } from './difference-queries.ts'
import type { Difference } from './reference-differences.ts'
import type { Reference } from './reference-files.ts'

const indicators = {
  rows: `jsonb_to_recordset($1) as r (code text, owner text, parent text, direction text, published_as_is text,
    official_code text)`,
}
const groups = { rows: 'jsonb_to_recordset($2) as r (code text)' }
const plans = {
  rows: `jsonb_to_recordset($3) as r (code text, issuer text, name text, act text, issued_on text, source text,
    confidence text)`,
}
const indicator = (says: string) => `exists (select from indicators i where i.code = r.code and ${says})`
const plan = (says: string) => `exists (select from plan_versions p where p.code = r.code and ${says})`

const selects = [
  // What a version says is not among them: a change of that became a further version.
  disagreeing(indicators, {
    'indicator.owner': indicator(
      `coalesce((select g.code from agencies g where g.id = i.owner_agency_id), '') = r.owner`,
    ),
    'indicator.parent': indicator(
      `coalesce((select p.code from indicators p where p.id = i.parent_id), '') = r.parent`,
    ),
    'indicator.traits': indicator(`(coalesce(i.direction, ''), coalesce(i.official_code, ''), i.published_as_is)
      = (r.direction, r.official_code, r.published_as_is = 'yes')`),
  }),
  removed('indicator.removed', indicators, `select i.code from indicators i where i.source <> ''`),
  removed('group.removed', groups, 'select g.code from indicator_groups g'),
  disagreeing(plans, {
    'plan.content': plan(
      `(p.issuer, p.name, p.act, coalesce(p.issued_on::text, '')) = (r.issuer, r.name, r.act, r.issued_on)`,
    ),
    'plan.source': plan('(p.source, p.confidence) = (r.source, r.confidence)'),
  }),
]

export function differentIndicators(db: Db, reference: Reference): Promise<readonly Difference[]> {
  return differences(db, selects, [reference.indicators, reference.indicatorGroups, reference.planVersions])
}
