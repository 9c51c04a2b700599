/** When the consolidated report of a period is due at whoever the whole is for, and how its first sending stood to that. */
import { z } from 'zod'
import { instant } from './common.ts'

export const consolidatedDue = z
  .strictObject({
    dueAt: instant,
    /** The act that says so; '' where the regime has none any more. */
    act: z.string(),
    /** Short name of whoever it is for. */
    receiver: z.string(),
    /** When it was sent first, whatever was corrected later; null while it was not. */
    sentAt: instant.nullable(),
    /** Sent at that instant or after it; or not sent, and the instant has come. */
    isLate: z.boolean(),
    /** From now, or from the day it was sent, to the day it is due; negative after it. */
    workingDaysLeft: z.number().int(),
  })
  .meta({ id: 'ConsolidatedDue', description: 'Hạn gửi báo cáo tổng hợp' })
export type ConsolidatedDue = z.infer<typeof consolidatedDue>
