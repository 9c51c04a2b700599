/** What of the review page is in the address: differences only, or every cell; which form. */
import { z } from 'zod'

export const reviewSearch = z.object({
  view: z.enum(['differences', 'all', 'log']).optional().catch(undefined),
  form: z.coerce.number().int().optional().catch(undefined),
})
