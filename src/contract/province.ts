/** The province's consolidated table of a period, and the explanation of any number in it. */
import { z } from 'zod'
import { adjustment } from './adjustments.ts'
import { areaChoice } from './area-groups.ts'
import { agency, instant, level, periodView, vintage } from './common.ts'
import { consolidatedDue } from './consolidated-due.ts'
import { lineShape, reading, regimeName } from './consolidated-table.ts'
import { settlement } from './differences.ts'
import { computedValue, explanationNode, figureWord, otherSource } from './explanation.ts'
import { pinnedState } from './versions.ts'

export const consolidationVerb = z.enum(['adjust', 'settle', 'pin', 'group', 'ask'])

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
    /** Agencies say different things and nobody has settled it. */
    isDiffering: z.boolean(),
    /** They do, and somebody has decided whose word counts. */
    isSettled: z.boolean(),
    /** The consolidating agency laid amounts over what agencies say. */
    isAdjusted: z.boolean(),
    /** Whether this cell takes an adjustment at all: it is collected and there is a number. */
    isAdjustable: z.boolean(),
    /** «Theo báo cáo tháng 10»: names of earlier periods' reports that the figure is taken from. */
    earlierReports: z.array(z.string()),
    vintage: vintage.nullable(),
    level: level.nullable(),
  })
  .meta({ id: 'ProvinceCell' })

/** The areas whose figures the line's number adds up, and how many of them are in. */
export const sumOf = z
  .strictObject({
    level: z.enum(['district', 'commune']),
    counted: z.number().int(),
    total: z.number().int(),
  })
  .meta({ id: 'SumOf' })

export const provinceTable = z
  .strictObject({
    regime: regimeName,
    title: z.string(),
    period: periodView,
    periods: z.array(periodView),
    area: z.strictObject({ kind: z.enum(['province', 'area', 'group']), key: z.string(), name: z.string() }),
    /** What a table can be about: the province first, then its parts, then groups. */
    areas: z.array(areaChoice),
    reading,
    /** What this viewer may choose: figures sent but not accepted are for the receiver alone. */
    readings: z.array(reading),
    /** What this viewer may do with the table. */
    can: z.array(consolidationVerb),
    /** Of what would be pinned now, for whoever may pin it. */
    contentHash: z.string().nullable(),
    /** The latest version pinned for this period, and how much of it has moved since. */
    pinned: pinnedState.nullable(),
    /** The instant of the one snapshot that everything here was read from. */
    at: instant,
    /** When agencies' reports are due. */
    dueAt: instant,
    /** When the whole is due; null for a table of less than the province, and where no act says so. */
    consolidatedDue: consolidatedDue.nullable(),
    /** Of the agencies whose reports have lines about the area of the table. */
    agencies: z.strictObject({
      total: z.number().int(),
      accepted: z.number().int(),
      sent: z.number().int(),
      late: z.number().int(),
      missing: z.number().int(),
      revised: z.number().int(),
    }),
    /** Whose report has not come of those, for whoever may ask them; empty for others. */
    awaited: z.array(z.strictObject({ ...agency.shape, isOverdue: z.boolean() })),
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
        ...lineShape,
        /** The agency that answers for the line; '' where none does. */
        source: z.string(),
        sumOf: sumOf.nullable(),
        contact: agency.nullable(),
        submissionId: z.string().nullable(),
        status: rowStatus.nullable(),
        cells: z.array(provinceCell),
      }),
    ),
  })
  .meta({ id: 'ProvinceTable' })
export type ProvinceTable = z.infer<typeof provinceTable>

export const explanation = z
  .strictObject({
    indicator: z.string(),
    rowLabel: z.string(),
    columnLabel: z.string(),
    periodName: z.string(),
    reading,
    at: instant,
    node: explanationNode,
    /** What agencies say, where it is adjusted; null where it is not. */
    said: computedValue.nullable(),
    /** Of this cell, oldest first, withdrawn ones too. */
    adjustments: z.array(adjustment),
    acceptedOnly: z
      .strictObject({ value: computedValue, counted: z.number().int(), total: z.number().int() })
      .nullable(),
    /** Names of earlier periods' reports that the number is taken from. */
    earlierReports: z.array(z.string()),
    otherSources: z.array(otherSource),
    /** Whose word was chosen where sources differ, by whom and why. */
    settlements: z.array(z.strictObject({ area: z.string(), ...settlement.shape })),
    history: z.array(figureWord),
  })
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof explanation>
