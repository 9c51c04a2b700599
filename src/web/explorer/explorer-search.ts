/** What of the explorer is in the address, so that a link shows a colleague the same: the table, and the figure explained. */
import { z } from 'zod'

export const explorerSearch = z.object({
  /** The definition of the table (`core/table/definition-text.ts`). */
  q: z.string().max(6000).optional().catch(undefined),
  /** The figure that is explained: indicator, area, period and reading. */
  cell: z.string().max(120).optional().catch(undefined),
  /** The saved view it was opened from. */
  view: z
    .string()
    .regex(/^view-\d{1,18}$/)
    .optional()
    .catch(undefined),
})
