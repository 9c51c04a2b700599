/**
 * Writing a check rule and switching it on and off (quản trị quy tắc kiểm tra). What was switched on never changes: a new
 * wording is a new version, drafted beside the one that holds. A rule whose condition cannot be read is refused.
 */
import type { CheckRuleDraft, CheckRuleRevision, CheckRuleSwitch } from '#contract/check-rules.ts'
import { type Problem, type Result, refuse } from '#contract/problems.ts'
import { addDays, localDate } from '#core/period/local-date.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { readCondition } from '#core/validation/read-condition.ts'
import { eachIndicator, type RuleScope } from '#core/validation/rule.ts'
import { recordEvent } from '../audit/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { publish } from '../platform/feed.ts'
import { localDay } from '../platform/local-time.ts'
import * as queries from './check-rule-queries.ts'
import { formReadings } from './form-readings.ts'
import { indicatorsByCode } from './readings.ts'

export interface RuleKeeper {
  readonly accountId: number
  readonly agencyId: number
  readonly role: string
  readonly requestId: string
  readonly address: string
}

type Written = Result<{ readonly code: string; readonly version: number }>

/** A rule with its first draft. */
export async function addCheckRule(
  db: Db,
  keeper: RuleKeeper,
  it: CheckRuleDraft & { code: string },
): Promise<Written> {
  const problems = await problemsOfRule(db, it)
  if (problems.length > 0) return { ok: false, problems }
  const ruleId = await queries.insertRule(db, it.code)
  if (ruleId === undefined) return refuse('check-rule.code-taken', { code: it.code })
  return draft(db, keeper, { ...it, ruleId, version: 1 })
}

/** Over the draft there is, or a new one after the newest version; refused where that is not the one the person saw. */
export async function draftCheckRule(
  db: Db,
  keeper: RuleKeeper,
  { seen, ...it }: CheckRuleRevision & { readonly code: string },
): Promise<Written> {
  const ruleId = await queries.lockRule(db, it.code)
  if (ruleId === undefined) return refuse('check-rule.unknown', { code: it.code })
  const problems = await problemsOfRule(db, it)
  if (problems.length > 0) return { ok: false, problems }
  const [newest] = await queries.selectCheckRules(db, ruleId)
  if (newest?.version !== seen.version || newest.changedAt !== seen.changedAt) {
    return refuse('check-rule.version-moved', { version: newest?.version ?? 0 })
  }
  const version = newest.version + (newest.state === 'draft' ? 0 : 1)
  return draft(db, keeper, { ...it, ruleId, version })
}

interface Drafting extends CheckRuleDraft {
  readonly code: string
  readonly ruleId: number
  readonly version: number
}

async function draft(db: Db, keeper: RuleKeeper, it: Drafting): Promise<Written> {
  const { ruleId, version, scope } = it
  await queries.putDraft(db, {
    ruleId,
    version,
    name: normalizeText(it.name),
    formCode: scope.kind === 'form' ? scope.form : null,
    indicators: scope.kind === 'form' ? null : scope.indicators,
    severity: it.severity,
    condition: it.condition,
    message: normalizeText(it.message),
    reason: normalizeText(it.reason),
    ...{ agencyId: keeper.agencyId, accountId: keeper.accountId },
  })
  await tell(db, keeper, { action: 'check-rule.draft', code: it.code, version, reason: it.reason })
  return { ok: true, value: { code: it.code, version } }
}

/** On from a day, which ends the version before it; or off from a day, as if it had never been when it had not begun. */
export async function switchCheckRule(
  db: Db,
  keeper: RuleKeeper,
  { code, ...it }: CheckRuleSwitch & { readonly code: string },
): Promise<Written> {
  const ruleId = await queries.lockRule(db, code)
  const versions = ruleId === undefined ? [] : await queries.selectCheckRules(db, ruleId)
  const version = versions.find((v) => v.version === it.version)
  if (ruleId === undefined || !version) return refuse('check-rule.unknown', { code })
  const refusal =
    it.to === 'on' ? await turnOn(db, keeper, { it, version, versions }) : await turnOff(db, keeper, { it, version })
  if (refusal) return refusal
  await tell(db, keeper, {
    action: `check-rule.${it.to}`,
    code,
    version: it.version,
    reason: `${it.from}: ${it.reason}`,
  })
  return { ok: true, value: { code, version: it.version } }
}

type Refusal = ReturnType<typeof refuse> | undefined

interface Switching {
  readonly it: Omit<CheckRuleSwitch, 'code'>
  readonly version: queries.CheckRuleRow
}

async function turnOn(
  db: Db,
  keeper: RuleKeeper,
  { it, version, versions }: Switching & { readonly versions: readonly queries.CheckRuleRow[] },
): Promise<Refusal> {
  if (version.state !== 'draft') return refuse('check-rule.not-draft', { version: version.version })
  const from = localDate(it.from)
  const holding = versions.find((v) => v.state === 'on')
  if (holding?.validFrom && holding.validFrom >= from) {
    return refuse('check-rule.newer-is-on', { from: holding.validFrom })
  }
  const { ruleId } = version
  const by = { agencyId: keeper.agencyId, accountId: keeper.accountId, reason: normalizeText(it.reason) }
  if (holding) {
    const ended = { state: 'off', validFrom: holding.validFrom, validTo: addDays(from, -1) } as const
    await queries.switchVersion(db, { ruleId, version: holding.version, ...ended, ...by })
  }
  await queries.switchVersion(db, { ruleId, version: it.version, state: 'on', validFrom: from, validTo: null, ...by })
  return undefined
}

async function turnOff(db: Db, keeper: RuleKeeper, { it, version }: Switching): Promise<Refusal> {
  if (version.state !== 'on') return refuse('check-rule.not-on', { version: version.version })
  const last = addDays(localDate(it.from), -1)
  const hasBegun = version.validFrom !== null && version.validFrom <= last
  await queries.switchVersion(db, {
    ruleId: version.ruleId,
    version: version.version,
    state: 'off',
    validFrom: hasBegun ? version.validFrom : null,
    validTo: hasBegun ? last : null,
    agencyId: keeper.agencyId,
    accountId: keeper.accountId,
    reason: normalizeText(it.reason),
  })
  return undefined
}

/** Why the rule cannot be kept as it is written; each problem of the condition with its place. */
export async function problemsOfRule(
  db: Db,
  { scope, condition }: { readonly scope: RuleScope; readonly condition: string },
): Promise<readonly Problem[]> {
  const known = await knownReadings(db, scope)
  if ('unknown' in known) return [{ code: 'check-rule.scope-unknown', details: { found: known.unknown } }]
  const read = readCondition(condition, { isKnown: (code) => known.codes.has(code) })
  if (read.ok) return []
  return read.problems.map(({ code, details, position, length }) => ({
    code,
    details: { ...details, position, length },
  }))
}

type Known = { readonly codes: ReadonlySet<string> } | { readonly unknown: string }

async function knownReadings(db: Db, scope: RuleScope): Promise<Known> {
  if (scope.kind === 'form') {
    const form = (await queries.selectNewestForms(db)).find(({ code }) => code === scope.form)
    return form ? { codes: formReadings(form.layout) } : { unknown: scope.form }
  }
  const indicators = await indicatorsByCode(db, localDay(await databaseNow(db)))
  const unknown = scope.indicators.find((code) => !indicators.has(code))
  return unknown === undefined ? { codes: new Set([...indicators.keys(), eachIndicator]) } : { unknown }
}

interface Told {
  readonly action: string
  readonly code: string
  readonly version: number
  readonly reason: string
}

/** The journal, and the open screens. */
async function tell(db: Db, keeper: RuleKeeper, { action, code, version, reason }: Told): Promise<void> {
  await recordEvent(db, { ...keeper, action, object: `check-rule:${code}/${version}`, outcome: 'done', reason })
  await publish(db, {
    topic: 'catalogue',
    agencyId: keeper.agencyId,
    receiverId: null,
    level: 'accepted',
    payload: { checkRule: code },
  })
}
