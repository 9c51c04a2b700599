/** SQL that gives a regime a further version when its file sets the deadline of the whole anew. */
import type { Db } from '../platform/database.ts'
import type { RegimeSource } from './reference-files.ts'

interface Changed {
  readonly code: string
  readonly id: number
  readonly rule: unknown
  readonly act: string
}

/**
 * Holds from today on, so for the periods that open from now; those that are open keep what they were opened under. A file
 * that sets none leaves the regime as it is. Returns the codes.
 */
export async function versionRegimes(db: Db, regimes: readonly RegimeSource[]): Promise<readonly string[]> {
  const { rows } = await db.query<Changed>(
    `select r.code, v.id, r."consolidatedDeadline" -> 'rule' as rule, r."consolidatedDeadline" ->> 'act' as act
     from jsonb_to_recordset($1) as r (code text, "consolidatedDeadline" jsonb)
     join regimes x on x.code = r.code
     join regime_versions v on v.regime_id = x.id and v.valid_to is null
     where jsonb_typeof(r."consolidatedDeadline" -> 'rule') = 'object'
       and (v.consolidated_deadline_rule, v.consolidated_deadline_act)
         is distinct from (r."consolidatedDeadline" -> 'rule', r."consolidatedDeadline" ->> 'act')
     order by r.code`,
    [JSON.stringify(regimes)],
  )
  for (const changed of rows) await addVersion(db, changed)
  return rows.map(({ code }) => code)
}

const today = `(app.now() at time zone 'Asia/Ho_Chi_Minh')::date`

/** A version that began today, or later, takes the change; an earlier one ends yesterday. */
async function addVersion(db: Db, { id, rule, act }: Changed): Promise<void> {
  const { rowCount } = await db.query(
    `update regime_versions v set consolidated_deadline_rule = $2, consolidated_deadline_act = $3
     where v.id = $1 and v.valid_from >= ${today}`,
    [id, JSON.stringify(rule), act],
  )
  if (rowCount === 1) return
  await db.query(`update regime_versions v set valid_to = ${today} - 1 where v.id = $1`, [id])
  await db.query(
    `with added as (
       insert into regime_versions (regime_id, name, content, ways, outline, procedure, act, receiver_id, deadline_rule,
         internal_rules, opens_day, workflow_path, consolidated_form_version_id, consolidated_path,
         consolidated_receiver_id, consolidated_deadline_rule, consolidated_deadline_act, valid_from, source, confidence)
       select v.regime_id, v.name, v.content, v.ways, v.outline, v.procedure, v.act, v.receiver_id, v.deadline_rule,
         v.internal_rules, v.opens_day, v.workflow_path, v.consolidated_form_version_id, v.consolidated_path,
         v.consolidated_receiver_id, $2, $3, ${today}, v.source, v.confidence
       from regime_versions v where v.id = $1 returning id)
     insert into regime_subjects (regime_version_id, agency_id, form_version_id, position)
     select added.id, s.agency_id, s.form_version_id, s.position from added, regime_subjects s
     where s.regime_version_id = $1`,
    [id, JSON.stringify(rule), act],
  )
}
