/** What of the entry page is in the address: the cell to go to. */
import { z } from 'zod'

export const entrySearch = z.object({
  /** `row.column` */
  cell: z.string().max(90).optional().catch(undefined),
})
