/** The province's consolidated table of a period, and the explanation of any number in it. */
import { z } from 'zod'
import { agency, instant, level, periodView, person, vintage, wireValue } from './common.ts'

export const reading = z.enum(['accepted', 'provisional'])
export type ReadingChoice = z.infer<typeof reading>

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

export const rowStatus = z
  .strictObject({
    kind: z.enum(['accepted', 'sent', 'late', 'missing', 'overdue', 'revised', 'partial', 'computed']),
    at: instant.nullable(),
    /** For a partial row: how many of its sources are in. */
    counted: z.number().int().nullable(),
    total: z.number().int().nullable(),
  })
  .meta({ id: 'RowStatus' })

export const provinceCell = z
  .strictObject({
    column: z.string(),
    value: computedValue,
    isPartial: z.boolean(),
    /** Sources left out because they have nothing yet. */
    missing: z.array(z.string()),
    isDiffering: z.boolean(),
    vintage: vintage.nullable(),
    level: level.nullable(),
  })
  .meta({ id: 'ProvinceCell' })

export const provinceTable = z
  .strictObject({
    regime: z.strictObject({ code: z.string(), name: z.string() }),
    title: z.string(),
    period: periodView,
    periods: z.array(periodView),
    reading,
    /** What this viewer may choose: figures sent but not accepted are for the receiver alone. */
    readings: z.array(reading),
    /** The instant of the one snapshot that everything here was read from. */
    at: instant,
    dueAt: instant,
    agencies: z.strictObject({
      total: z.number().int(),
      accepted: z.number().int(),
      sent: z.number().int(),
      late: z.number().int(),
      missing: z.number().int(),
      revised: z.number().int(),
    }),
    columns: z.array(
      z.strictObject({
        key: z.string(),
        header: z.array(z.string()),
        number: z.string(),
        role: z.enum(['amount', 'ratio']),
        decimals: z.number().int().nullable(),
        width: z.number().int(),
      }),
    ),
    rows: z.array(
      z.strictObject({
        key: z.string(),
        ordinal: z.string(),
        label: z.string(),
        kind: z.enum(['title', 'item', 'total', 'ofWhich']),
        level: z.number().int(),
        measure: z.string(),
        decimals: z.number().int(),
        source: z.string(),
        contact: agency.nullable(),
        submissionId: z.string().nullable(),
        status: rowStatus.nullable(),
        cells: z.array(provinceCell),
      }),
    ),
  })
  .meta({ id: 'ProvinceTable' })
export type ProvinceTable = z.infer<typeof provinceTable>

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
    get parts() {
      return z.array(explanationNode)
    },
  })
  .meta({ id: 'ExplanationNode' })

export const explanation = z
  .strictObject({
    indicator: z.string(),
    rowLabel: z.string(),
    columnLabel: z.string(),
    periodName: z.string(),
    reading,
    at: instant,
    node: explanationNode,
    acceptedOnly: z
      .strictObject({ value: computedValue, counted: z.number().int(), total: z.number().int() })
      .nullable(),
    otherSources: z.array(
      z.strictObject({
        /** The part it is about, where the number is a sum over areas; else ''. */
        area: z.string(),
        agency: z.string(),
        value: wireValue,
        difference: z.string().nullable(),
        level,
        vintage: vintage.nullable(),
      }),
    ),
    history: z.array(
      z.strictObject({
        at: instant,
        value: wireValue,
        agency: z.string(),
        vintage: vintage.nullable(),
        level,
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof explanation>
