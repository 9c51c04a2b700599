/** Adjustments of the consolidated table: how one is made, and how it is shown. */
import { z } from 'zod'
import { agency, decimalText, instant, person } from './common.ts'
import { reading } from './consolidated-table.ts'

export const reason = z.string().trim().min(1).max(1000)

export const newAdjustment = z
  .strictObject({
    period: z.string().max(20),
    reading,
    /** Code of the area the table is about; the province when it is left out. */
    area: z.string().max(40).optional(),
    row: z.string().max(40),
    column: z.string().max(40),
    /** The consolidated value as it was seen: should it have moved, nothing is written. */
    before: z.string().max(80),
    change: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('amount'), amount: decimalText }),
      z.strictObject({ kind: z.literal('value'), value: decimalText }),
    ]),
    reason,
  })
  .meta({ id: 'NewAdjustment' })
export type NewAdjustment = z.infer<typeof newAdjustment>

export const adjustment = z
  .strictObject({
    id: z.string(),
    amount: z.string(),
    reason: z.string(),
    /** The consolidated value before it; null for readers who may not know it. */
    valueBefore: z.string().nullable(),
    by: person.nullable(),
    agency: agency.pick({ code: true, shortName: true }),
    at: instant,
    withdrawn: z.strictObject({ by: person.nullable(), at: instant, reason: z.string() }).nullable(),
    can: z.array(z.enum(['withdraw'])),
  })
  .meta({ id: 'Adjustment' })
export type AdjustmentView = z.infer<typeof adjustment>

export const withdrawal = z.strictObject({ reason }).meta({ id: 'Withdrawal' })
