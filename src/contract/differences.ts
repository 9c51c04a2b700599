/** «Lệch nguồn»: figures of the consolidated table on which agencies differ, and how a difference is settled. */
import { z } from 'zod'
import { reason } from './adjustments.ts'
import { day, instant, level, person, vintage, wireValue } from './common.ts'
import { namedCellShape, periodName, reading } from './consolidated-table.ts'

export const settlement = z
  .strictObject({
    /** For this one figure, or for the indicator from a day on. */
    scope: z.enum(['figure', 'indicator']),
    agency: z.string(),
    by: person.nullable(),
    at: instant,
    reason: z.string(),
    /** First day of an indicator's order; null for one figure. */
    from: day.nullable(),
  })
  .meta({ id: 'Settlement' })
export type SettlementView = z.infer<typeof settlement>

const sourceValue = z.strictObject({
  agency: z.strictObject({ code: z.string(), shortName: z.string() }),
  value: wireValue,
  level,
  vintage: vintage.nullable(),
  at: instant.nullable(),
})

export const difference = z
  .strictObject({
    ...namedCellShape,
    /** The area the figure is about. */
    area: z.strictObject({ code: z.string(), name: z.string() }),
    /** First day of its span: an order of sources from a later day does not reach it. */
    begins: day,
    chosen: sourceValue,
    others: z.array(z.strictObject({ ...sourceValue.shape, difference: z.string().nullable() })),
    settlement: settlement.nullable(),
  })
  .meta({ id: 'Difference' })
export type Difference = z.infer<typeof difference>

export const differenceList = z
  .strictObject({
    title: z.string(),
    period: periodName,
    /** First day from which an order of the indicator may be set. */
    from: day,
    at: instant,
    open: z.number().int(),
    can: z.array(z.enum(['settle'])),
    differences: z.array(difference),
  })
  .meta({ id: 'DifferenceList' })
export type DifferenceList = z.infer<typeof differenceList>

export const newSettlement = z
  .strictObject({
    period: z.string().max(20),
    reading,
    row: z.string().max(40),
    column: z.string().max(40),
    /** Code of the area the figure is about. */
    area: z.string().max(40),
    /** Code of the agency whose word counts; null opens the figure again. */
    agency: z.string().max(40).nullable(),
    scope: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('figure') }),
      z.strictObject({ kind: z.literal('indicator'), from: day }),
    ]),
    reason,
  })
  .meta({ id: 'NewSettlement' })
export type NewSettlement = z.infer<typeof newSettlement>
