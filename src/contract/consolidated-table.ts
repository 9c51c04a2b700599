/** What everything about the consolidated table says in the same shape: which figures, which period, which line and cell. */
import { z } from 'zod'

/** What has been accepted, or what has been sent too («tạm tính»). */
export const reading = z.enum(['accepted', 'provisional'])
export type ReadingChoice = z.infer<typeof reading>

export const regimeName = z.strictObject({ code: z.string(), name: z.string() })
export const periodName = z.strictObject({ label: z.string(), name: z.string() })

/** A line as it stands printed. */
export const lineShape = {
  key: z.string(),
  ordinal: z.string(),
  label: z.string(),
  kind: z.enum(['title', 'item', 'total', 'ofWhich']),
  level: z.number().int(),
  measure: z.string(),
  decimals: z.number().int(),
}

/** A cell by its keys and in words, and how its number is shown. */
export const namedCellShape = {
  row: z.string(),
  column: z.string(),
  rowLabel: z.string(),
  columnLabel: z.string(),
  measure: z.string(),
  decimals: z.number().int(),
}
