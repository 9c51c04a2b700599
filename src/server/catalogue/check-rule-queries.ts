/** All SQL of check rules: their versions, what holds on a day, drafting and switching. */
import type { FormLayout } from '#core/form/layout.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import type { Db } from '../platform/database.ts'
import type { CheckRuleSource } from './reference-files.ts'

export interface CheckRuleRow {
  readonly ruleId: number
  readonly code: string
  readonly version: number
  readonly name: string
  readonly formCode: string | null
  readonly indicators: readonly string[] | null
  readonly severity: 'hard' | 'soft'
  readonly condition: string
  readonly message: string
  readonly state: 'draft' | 'on' | 'off'
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
  readonly agencyId: number | null
  readonly reason: string
  readonly source: string
  readonly confidence: string
  readonly changedAt: string
}

const columns = `r.id as "ruleId", r.code, v.version, v.name, v.form_code as "formCode", v.indicators, v.severity,
  v.condition, v.message, v.state, v.valid_from as "validFrom", v.valid_to as "validTo", v.agency_id as "agencyId",
  v.reason, v.source, v.confidence, v.changed_at as "changedAt"`

/** Of one rule, or of all by code; the newest version first. */
export async function selectCheckRules(db: Db, ruleId?: number): Promise<CheckRuleRow[]> {
  const { rows } = await db.query<CheckRuleRow>(
    `select ${columns} from check_rules r join check_rule_versions v on v.rule_id = r.id
     where r.id = coalesce($1, r.id) order by r.code, v.version desc`,
    [ruleId ?? null],
  )
  return rows
}

/** What is asked of reports whose period ends on the day. */
export async function selectRulesInForce(db: Db, on: LocalDate): Promise<CheckRuleRow[]> {
  const { rows } = await db.query<CheckRuleRow>(
    `select ${columns} from check_rules r join check_rule_versions v on v.rule_id = r.id
     where v.valid_from is not null and daterange(v.valid_from, v.valid_to, '[]') @> $1::date order by r.code`,
    [on],
  )
  return rows
}

/** The rule with its row locked, so that two writers of one rule follow one another. */
export async function lockRule(db: Db, code: string): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number }>(
    'select r.id from check_rules r where r.code = $1 for no key update',
    [code],
  )
  return rows[0]?.id
}

/** Undefined when the code is taken. */
export async function insertRule(db: Db, code: string): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number }>(
    'insert into check_rules (code) values ($1) on conflict (code) do nothing returning id',
    [code],
  )
  return rows[0]?.id
}

export interface DraftVersion {
  readonly ruleId: number
  readonly version: number
  readonly name: string
  readonly formCode: string | null
  readonly indicators: readonly string[] | null
  readonly severity: 'hard' | 'soft'
  readonly condition: string
  readonly message: string
  readonly agencyId: number
  readonly accountId: number
  readonly reason: string
}

/** Writes the draft of a rule, or over it: there is one at a time. */
export async function putDraft(db: Db, d: DraftVersion): Promise<void> {
  await db.query(
    `insert into check_rule_versions (rule_id, version, name, form_code, indicators, severity, condition, message,
       agency_id, account_id, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (rule_id, version) do update set name = excluded.name, form_code = excluded.form_code,
       indicators = excluded.indicators, severity = excluded.severity, condition = excluded.condition,
       message = excluded.message, agency_id = excluded.agency_id, account_id = excluded.account_id,
       reason = excluded.reason, changed_at = app.now()`,
    [
      d.ruleId,
      d.version,
      d.name,
      d.formCode,
      d.indicators,
      d.severity,
      d.condition,
      d.message,
      d.agencyId,
      d.accountId,
      d.reason,
    ],
  )
}

export interface Switched {
  readonly ruleId: number
  readonly version: number
  readonly state: 'on' | 'off'
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
  readonly agencyId: number
  readonly accountId: number
  readonly reason: string
}

export async function switchVersion(db: Db, s: Switched): Promise<void> {
  await db.query(
    `update check_rule_versions set state = $3, valid_from = $4, valid_to = $5, agency_id = $6, account_id = $7,
       reason = $8, changed_at = app.now()
     where rule_id = $1 and version = $2`,
    [s.ruleId, s.version, s.state, s.validFrom, s.validTo, s.agencyId, s.accountId, s.reason],
  )
}

/** The newest layout of every form. */
export async function selectNewestForms(db: Db): Promise<{ code: string; title: string; layout: FormLayout }[]> {
  const { rows } = await db.query<{ code: string; title: string; layout: FormLayout }>(
    `select distinct on (f.code) f.code, f.name as title, v.layout
     from forms f join form_versions v on v.form_id = f.id order by f.code, v.version desc`,
  )
  return rows
}

/** Whether reports are sent to the agency: it leads a regime. */
export async function isReceiver(db: Db, agencyId: number): Promise<boolean> {
  const { rows } = await db.query<{ leads: boolean }>(
    `select exists (select from regime_versions v where v.receiver_id = $1
       and daterange(v.valid_from, v.valid_to, '[]') @> app.now()::date) as leads`,
    [agencyId],
  )
  return rows[0]?.leads ?? false
}

/** Rules of the reference data that are not there yet; what an administrator made of the others stays. */
export async function loadCheckRules(db: Db, rules: readonly CheckRuleSource[]): Promise<void> {
  await db.query(
    `with given as (
       select * from jsonb_to_recordset($1) as r (code text, name text, form text, indicators text[], severity text,
         condition text, message text, "from" date, source text, confidence text)),
     added as (insert into check_rules (code) select g.code from given g on conflict (code) do nothing returning id, code)
     insert into check_rule_versions (rule_id, version, name, form_code, indicators, severity, condition, message,
       state, valid_from, source, confidence)
     select a.id, 1, g.name, g.form, g.indicators, g.severity, g.condition, coalesce(g.message, ''),
       case when g."from" is null then 'draft' else 'on' end, g."from", g.source, g.confidence
     from given g join added a on a.code = g.code`,
    [JSON.stringify(rules)],
  )
}
