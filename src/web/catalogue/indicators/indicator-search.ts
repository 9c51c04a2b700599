/** Filters of the list of indicators, kept in the address bar. */
import { z } from 'zod'

export const indicatorSearch = z.object({
  q: z.coerce.string<string>().max(100).optional().catch(undefined),
  group: z.coerce.string<string>().max(10).optional().catch(undefined),
  owner: z.coerce.string<string>().max(40).optional().catch(undefined),
  nature: z.enum(['flow', 'stock', 'rate']).optional().catch(undefined),
  /** Only those computed by a formula. */
  formula: z.literal(true).optional().catch(undefined),
})
export type IndicatorSearch = z.infer<typeof indicatorSearch>
