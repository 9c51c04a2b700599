/** Check rules in the shape that core speaks, for the slices that ask them. Read each time: one may be switched on now. */
import type { LocalDate } from '#core/period/local-date.ts'
import type { CheckRule, RuleScope } from '#core/validation/rule.ts'
import type { Db } from '../platform/database.ts'
import { type CheckRuleRow, selectRulesInForce } from './check-rule-queries.ts'

export function scopeOf({ formCode, indicators }: Pick<CheckRuleRow, 'formCode' | 'indicators'>): RuleScope {
  return formCode === null ? { kind: 'indicators', indicators: indicators ?? [] } : { kind: 'form', form: formCode }
}

export function checkRuleOf(row: CheckRuleRow): CheckRule {
  const { code, version, name, severity, condition, message } = row
  return { code, version, name, scope: scopeOf(row), severity, condition, message }
}

/** Rules asked of the reports whose period ends on the day, by code. */
export async function rulesInForce(db: Db, on: LocalDate): Promise<readonly CheckRule[]> {
  return (await selectRulesInForce(db, on)).map(checkRuleOf)
}
