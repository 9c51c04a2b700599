/** Rules that reports are checked by, as data: what they ask, from when they are on, and what they would have found. */
import { z } from 'zod'
import { findingCodes } from '#core/validation/finding.ts'
import { day, instant } from './common.ts'

export const ruleScope = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('form'), form: z.string().min(1).max(40) }),
    z.strictObject({ kind: z.literal('indicators'), indicators: z.array(z.string().min(1).max(40)).min(1).max(100) }),
  ])
  .meta({ id: 'RuleScope' })

const severity = z.enum(['hard', 'soft'])

/** What the browser needs to ask a rule while somebody types. */
export const checkRule = z
  .strictObject({
    code: z.string(),
    version: z.number().int(),
    name: z.string(),
    scope: ruleScope,
    severity,
    condition: z.string(),
    message: z.string(),
  })
  .meta({ id: 'CheckRule' })

export const finding = z
  .strictObject({
    row: z.string(),
    column: z.string(),
    severity,
    code: z.enum(findingCodes),
    rule: z.string(),
    version: z.number().int(),
    details: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Finding' })

export const checkRuleState = z.enum(['draft', 'on', 'off'])

export const checkRuleVersion = z
  .strictObject({
    ...checkRule.shape,
    state: checkRuleState,
    /** First and last day of the reports' periods that it is asked for; null while it is a draft or without an end. */
    validFrom: day.nullable(),
    validTo: day.nullable(),
    /** Short name of the agency that wrote this version; '' for one that came with the reference data. */
    agency: z.string(),
    reason: z.string(),
    source: z.string(),
    confidence: z.string(),
    changedAt: instant,
  })
  .meta({ id: 'CheckRuleVersion' })
export type CheckRuleVersionView = z.infer<typeof checkRuleVersion>

export const checkRuleList = z
  .strictObject({
    /** Newest version of a rule first, rules by code. */
    rules: z.array(checkRuleVersion),
    /** Whether this person writes rules and switches them. */
    canKeep: z.boolean(),
    /** What a rule may ask: the newest version of every form, with its rows and columns. */
    forms: z.array(
      z.strictObject({
        code: z.string(),
        title: z.string(),
        rows: z.array(z.strictObject({ key: z.string(), label: z.string(), measure: z.string() })),
        /** Labels for any period: m is the month of the report, n its year. */
        columns: z.array(z.strictObject({ key: z.string(), label: z.string() })),
      }),
    ),
  })
  .meta({ id: 'CheckRuleList' })
export type CheckRuleList = z.infer<typeof checkRuleList>

/** The text of a version; a rule that is on or off gets a new draft version. */
export const checkRuleDraft = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    scope: ruleScope,
    severity,
    /** Canonical: decimal point, `;` between arguments. */
    condition: z.string().min(1).max(8000),
    message: z.string().trim().max(300),
    reason: z.string().trim().max(500),
  })
  .meta({ id: 'CheckRuleDraft' })
export type CheckRuleDraft = z.infer<typeof checkRuleDraft>

/** Of a rule that exists. */
export const checkRuleRevision = z
  .strictObject({
    ...checkRuleDraft.shape,
    /** The newest version that the person saw, as it stood then; refused where one was written or switched since. */
    seen: z.strictObject({ version: z.number().int().positive(), changedAt: instant }),
  })
  .meta({ id: 'CheckRuleRevision' })
export type CheckRuleRevision = z.infer<typeof checkRuleRevision>

export const checkRuleCode = z.string().regex(/^[A-Z][A-Z0-9]*([.-][A-Z0-9]+)*$/)

export const newCheckRule = z
  .strictObject({ code: checkRuleCode.max(40), ...checkRuleDraft.shape })
  .meta({ id: 'NewCheckRule' })

export const checkRuleSwitch = z
  .strictObject({
    version: z.number().int().positive(),
    to: z.enum(['on', 'off']),
    /** Of the reports' periods: asked of those that end on this day or later, or no longer asked of them. */
    from: day,
    reason: z.string().trim().min(1).max(500),
  })
  .meta({ id: 'CheckRuleSwitch' })
export type CheckRuleSwitch = z.infer<typeof checkRuleSwitch>

export const checkRuleTrialQuestion = z
  .strictObject({
    ...checkRuleDraft.omit({ name: true, message: true, reason: true }).shape,
    months: z.number().int().min(1).max(60),
  })
  .meta({ id: 'CheckRuleTrialQuestion' })
export type CheckRuleTrialQuestion = z.infer<typeof checkRuleTrialQuestion>

export const checkRuleTrial = z
  .strictObject({
    /** Reports that were looked at, and how many of them the rule would have found something in. */
    reports: z.number().int(),
    reportsFound: z.number().int(),
    /** How often the rule could be told, found something, and could not be told for want of a value. */
    told: z.number().int(),
    found: z.number().int(),
    untold: z.number().int(),
    firstPeriod: z.string(),
    lastPeriod: z.string(),
    /** Newest period first; at most 200. */
    findings: z.array(
      z.strictObject({
        submissionId: z.string(),
        formId: z.number().int(),
        agency: z.string(),
        period: z.string(),
        row: z.string(),
        column: z.string(),
        cell: z.string(),
        /** Quotes the figures, so it is empty for whoever keeps rules without reading figures. */
        text: z.string(),
        /** Whether this person may open the report. */
        canOpen: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CheckRuleTrial' })
export type CheckRuleTrial = z.infer<typeof checkRuleTrial>
