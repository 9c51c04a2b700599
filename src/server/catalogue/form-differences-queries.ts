/** SQL that finds what the files say otherwise of forms and rules of checks. */
import type { Db } from '../platform/database.ts'
import { differences, disagreeing, removed } from './difference-queries.ts'
import type { Difference } from './reference-differences.ts'
import type { Reference } from './reference-files.ts'

const forms = { rows: 'jsonb_to_recordset($1) as r (code text, name text, source text)' }
const rules = {
  rows: `jsonb_to_recordset($2) as r (code text, name text, form text, indicators text[], severity text, condition text,
    message text, "from" date, source text, confidence text)`,
}
const form = (says: string) => `exists (select from forms f where f.code = r.code and ${says})`
const rule = (says: string) =>
  `exists (select from check_rules c join check_rule_versions v on v.rule_id = c.id where c.code = r.code and (${says}))`

const selects = [
  // Another layout became a further version.
  disagreeing(forms, {
    'form.name': form('f.name = r.name'),
    'form.source': form(`r.source = (select v.source from form_versions v
      where v.form_id = f.id order by v.version desc limit 1)`),
  }),
  removed('form.removed', forms, 'select f.code from forms f'),
  // A first version that somebody wrote over or switched in the program is theirs.
  disagreeing(rules, {
    'rule.content': rule(`(v.version = 1 and v.account_id is not null)
      or (v.name, v.form_code, v.indicators, v.severity, v.condition, v.message)
           is not distinct from (r.name, r.form, r.indicators, r.severity, r.condition, coalesce(r.message, ''))
         and (v.account_id is not null or v.valid_from is not distinct from r."from")`),
    'rule.source': rule('(v.source, v.confidence) = (r.source, r.confidence)'),
  }),
  removed(
    'rule.removed',
    rules,
    `select c.code from check_rules c join check_rule_versions v on v.rule_id = c.id where v.version = 1 and v.source <> ''`,
  ),
]

export function differentForms(db: Db, reference: Reference): Promise<readonly Difference[]> {
  const given = reference.forms.map(({ layout, source }) => ({ code: layout.code, name: layout.title, source }))
  return differences(db, selects, [given, reference.checkRules])
}
