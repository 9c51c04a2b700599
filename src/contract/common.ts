/** Wire shapes that every slice shares. Figures cross as decimal strings, days as YYYY-MM-DD, instants as ISO UTC. */
import { z } from 'zod'

export const decimalText = z
  .string()
  .regex(/^-?\d{1,18}(\.\d{1,6})?$/)
  .meta({
    id: 'DecimalText',
    description: 'Exact decimal, point as separator: at most 18 integer places and 6 decimals',
  })

export const wireValue = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), value: decimalText }),
    z.strictObject({ kind: z.literal('absent') }),
    z.strictObject({ kind: z.literal('nothing') }),
    z.strictObject({ kind: z.literal('notApplicable') }),
    z.strictObject({ kind: z.literal('text'), text: z.string().max(2000) }),
  ])
  .meta({ id: 'CellValue', description: 'absent: chưa có số; nothing: không phát sinh; notApplicable: không áp dụng' })
export type WireValue = z.infer<typeof wireValue>

/** What stands in a cell that was typed into; `empty`: emptied again, so it is to be filled. */
export const enteredValue = z
  .discriminatedUnion('kind', [...wireValue.options, z.strictObject({ kind: z.literal('empty') })])
  .meta({ id: 'EnteredValue', description: 'empty: đã xóa trống, coi như chưa nhập' })
export type EnteredValue = z.infer<typeof enteredValue>

/** Of an instant or a day, from 1900 on: a year that nobody means is a slip, and the database knows no year 0. */
const meantYear = /^(19|[2-9]\d)/
export const instant = z.iso.datetime({ offset: true }).regex(meantYear)
export const day = z.iso.date().regex(meantYear)

export const person = z
  .strictObject({ login: z.string(), name: z.string(), position: z.string() })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof person>

export const agency = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    contactName: z.string(),
    contactPhone: z.string(),
  })
  .meta({ id: 'Agency' })
export type Agency = z.infer<typeof agency>

export const periodView = z
  .strictObject({ label: z.string(), name: z.string(), from: day, to: day })
  .meta({ id: 'Period', description: 'A period and the span of days its data are taken for' })
export type PeriodView = z.infer<typeof periodView>

export const vintage = z.enum(['estimate', 'preliminary', 'official'])
export const level = z.enum(['draft', 'sent', 'accepted', 'published'])
export const state = z.enum(['draft', 'submitted', 'appraised', 'approved', 'sealed', 'sent', 'accepted'])
export const verb = z.enum(['submit', 'withdraw', 'appraise', 'approve', 'seal', 'send', 'accept', 'sendBack'])
