/** What of the province's table is in the address: the reading, the rows shown, the cell explained. */
import { z } from 'zod'
import { reading } from '#contract/province.ts'

export const provinceSearch = z.object({
  reading: reading.optional().catch(undefined),
  only: z.literal('open').optional().catch(undefined),
  /** `row.column` of the number that is explained. */
  cell: z.string().max(90).optional().catch(undefined),
})
