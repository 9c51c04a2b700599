/**
 * The explanation of a number, wherever it stands: the tree from the number down to the cells where its parts were typed,
 * the sources that say something else, and what was said before.
 */
import { z } from 'zod'
import { type AdjustmentView, adjustment } from './adjustments.ts'
import { day, instant, level, person, vintage, wireValue } from './common.ts'

/** What became of a computation: a value, or the reason for none. */
export const computedValue = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), value: z.string() }),
    z.strictObject({
      kind: z.literal('none'),
      reason: z.enum(['absent', 'nothing', 'notApplicable', 'divisionByZero', 'invalid', 'notReleased']),
      of: z.array(z.string()),
    }),
  ])
  .meta({ id: 'ComputedValue' })
export type ComputedValue = z.infer<typeof computedValue>

/** The cell where a number was typed. */
export const originCell = z
  .strictObject({
    submissionId: z.string(),
    formId: z.number().int(),
    form: z.string(),
    row: z.string(),
    column: z.string(),
    rowLabel: z.string(),
    columnLabel: z.string(),
    revision: z.number().int(),
    enteredBy: person.nullable(),
    enteredAt: instant,
    origin: z.string(),
    note: z.string(),
    /** Whether this viewer may open the submission it stands in. */
    canOpen: z.boolean(),
  })
  .meta({ id: 'OriginCell' })

export const formulaReading = z
  .strictObject({ words: z.string(), figures: z.string() })
  .meta({ id: 'FormulaReading', description: 'A formula with names in the place of its inputs, and with their values' })

export interface ExplanationNode {
  label: string
  value: ComputedValue
  measure: string
  decimals: number
  agency: string | null
  vintage: z.infer<typeof vintage> | null
  level: z.infer<typeof level> | null
  at: string | null
  sign: string
  cell: z.infer<typeof originCell> | null
  source: string
  formula: z.infer<typeof formulaReading> | null
  /** There where the part is an amount of the consolidating agency: who laid it there, and why. */
  adjustment?: AdjustmentView | undefined
  parts: ExplanationNode[]
}
export const explanationNode: z.ZodType<ExplanationNode> = z
  .strictObject({
    label: z.string(),
    value: computedValue,
    measure: z.string(),
    decimals: z.number().int(),
    agency: z.string().nullable(),
    vintage: vintage.nullable(),
    level: level.nullable(),
    /** When it reached that level. */
    at: instant.nullable(),
    /** '+', '−' or '' : how the part enters its whole. */
    sign: z.string(),
    cell: originCell.nullable(),
    /** For figures without a cell: the document they come from. */
    source: z.string(),
    /** How the parts make this number; null where it was typed. */
    formula: formulaReading.nullable(),
    adjustment: adjustment.optional(),
    get parts() {
      return z.array(explanationNode)
    },
  })
  .meta({ id: 'ExplanationNode' })

export const otherSource = z
  .strictObject({
    /** The part it is about, by whatever sets it apart (indicator, area, period, reading); '' for the number itself. */
    area: z.string(),
    agency: z.string(),
    value: wireValue,
    difference: z.string().nullable(),
    level,
    vintage: vintage.nullable(),
  })
  .meta({ id: 'OtherSource', description: 'Cơ quan khác báo số khác («lệch nguồn»)' })

/** A figure that was sent and taken back before it was accepted. */
export const withdrawal = z
  .strictObject({
    /** Whose figure it was. */
    agency: z.string(),
    at: instant,
    /** Who took it back; null where that is not on record. */
    by: person.nullable(),
    /** The receiver sent the report back; else its own agency withdrew it. */
    isSentBack: z.boolean(),
    reason: z.string(),
    /** What the same agency had sent before counts again. */
    holdsAgain: z.boolean(),
  })
  .meta({ id: 'Withdrawal', description: 'Số liệu đã rút' })
export type Withdrawal = z.infer<typeof withdrawal>

export const figureWord = z
  .strictObject({
    at: instant,
    value: wireValue,
    agency: z.string(),
    vintage: vintage.nullable(),
    level,
    source: z.string(),
    /** Null while it was not taken back. */
    withdrawn: withdrawal.nullable(),
  })
  .meta({ id: 'FigureWord', description: 'Một lần cơ quan nói về số liệu này' })
export type FigureWord = z.infer<typeof figureWord>

/**
 * Asks for any reading: an indicator narrowed to members (`NN.03`, `dong-xuan`), or a formula of any shape
 * (`growth([NN.03])`), at an area and a period. Exactly one of `indicator` and `formula`.
 */
export const explainQuery = z.strictObject({
  indicator: z.string().max(40).optional(),
  /** Separated by commas. */
  members: z.string().max(200).optional(),
  formula: z.string().max(2000).optional(),
  area: z.string().max(20),
  period: z.string().max(20),
  calendar: z.enum(['administrative', 'statistical']).default('statistical'),
  vintage: z.enum(['best', 'estimate', 'preliminary', 'official']).default('best'),
  /** Plan instead of actual: an issuer or the code of a plan version; '' means whichever is in force. */
  plan: z.string().max(60).optional(),
  /** As it was known then. */
  asOf: instant.optional(),
  /** `sent`: what is sent to the caller's agency and not yet accepted counts too («tạm tính»). */
  level: z.enum(['accepted', 'sent']).default('accepted'),
})
export type ExplainQuery = z.infer<typeof explainQuery>

/** Somebody chose whose word counts where agencies differ, or left it to the order of sources again. */
export const sourceSettled = z
  .strictObject({ at: instant, by: person.nullable(), reason: z.string() })
  .meta({ id: 'SourceSettled', description: 'Xử lý lệch nguồn' })

/** An input that moved since the version before: what it was, what it is. */
export const movedInput = z
  .strictObject({
    label: z.string(),
    area: z.string(),
    periodName: z.string(),
    agency: z.string().nullable(),
    /** Whose word the value before was; null where there was none. Another one than `agency`: the source changed, too. */
    agencyBefore: z.string().nullable(),
    /** Who entered the present value; null where nobody did, such as a total that its form computed. */
    by: person.nullable(),
    measure: z.string(),
    decimals: z.number().int(),
    before: computedValue,
    after: computedValue,
    /** When the present value reached the level that is read, the one before it was taken back, or sources were settled. */
    at: instant,
    /** There where the value before was taken back. */
    withdrawal: withdrawal.nullable(),
    /** There where another agency's word counts since its sources were settled; `at` is then that moment. */
    settlement: sourceSettled.nullable(),
  })
  .meta({ id: 'MovedInput' })

/** A formula the number rests on that was given another text: both in words, '' for none. */
export const formulaChange = z
  .strictObject({
    /** Name of the indicator. */
    label: z.string(),
    at: instant,
    validFrom: day,
    before: z.string(),
    after: z.string(),
    reason: z.string(),
    by: person.nullable(),
  })
  .meta({ id: 'FormulaChange' })
export type FormulaChange = z.infer<typeof formulaChange>

export const figureExplanation = z
  .strictObject({
    /** '' where a formula was asked for. */
    indicator: z.string(),
    label: z.string(),
    /** Canonical text of the formula asked for, else ''. */
    formula: z.string(),
    areaName: z.string(),
    periodName: z.string(),
    level: z.enum(['accepted', 'sent']),
    /** The instant of the one snapshot that everything here was read from. */
    at: instant,
    asOf: instant.nullable(),
    node: explanationNode,
    isPartial: z.boolean(),
    /** Names of the parts that have nothing yet. */
    missing: z.array(z.string()),
    otherSources: z.array(otherSource),
    history: z.array(figureWord),
    /** The reading before the last change of any of its inputs or formulas; null where none ever changed. */
    previous: z
      .strictObject({
        at: instant,
        value: computedValue,
        moved: z.array(movedInput),
        /** There where a formula changed, not a figure. */
        formula: formulaChange.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'FigureExplanation' })
export type FigureExplanation = z.infer<typeof figureExplanation>

/** A formula that nobody has saved, on real figures: each area with each period. */
export const trialRequest = z
  .strictObject({
    /** Canonical text. */
    formula: z.string().max(8000),
    areas: z.array(z.string().max(20)).min(1).max(12),
    periods: z.array(z.string().max(20)).min(1).max(12),
    calendar: explainQuery.shape.calendar,
    level: explainQuery.shape.level,
  })
  .meta({ id: 'FormulaToTry' })
export type TrialRequest = z.infer<typeof trialRequest>

/** A reading that the formula took, at the place where it took it. */
export const trialInput = z
  .strictObject({
    code: z.string(),
    members: z.array(z.string()),
    /** What it is called beside the formula's own place. */
    label: z.string(),
    area: z.string(),
    period: z.string(),
    vintage: explainQuery.shape.vintage.unwrap(),
    /** Null for an actual. */
    plan: z.string().nullable(),
    value: computedValue,
    /** Parts that the number lacks. */
    lacking: z.array(z.string()),
    measure: z.string(),
    decimals: z.number().int(),
  })
  .meta({ id: 'TriedReading' })
export type TrialInput = z.infer<typeof trialInput>

export const trialCell = z
  .strictObject({
    area: z.string(),
    period: z.string(),
    value: computedValue,
    lacking: z.array(z.string()),
    inputs: z.array(trialInput),
  })
  .meta({ id: 'TriedCell' })
export type TrialCell = z.infer<typeof trialCell>

export const trial = z
  .strictObject({
    formula: z.string(),
    calendar: explainQuery.shape.calendar.unwrap(),
    level: z.enum(['accepted', 'sent']),
    at: instant,
    /** The areas asked for, those above and those below them: what the formula can look to. */
    areas: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        parent: z.string().nullable(),
        /** «Không phân bổ»: not missed where nobody reports it. */
        isOptional: z.boolean(),
      }),
    ),
    periods: z.array(z.strictObject({ label: z.string(), name: z.string() })),
    cells: z.array(trialCell),
  })
  .meta({ id: 'FormulaTrial' })
export type Trial = z.infer<typeof trial>
