/** Filters of the two lists, kept in the address bar. */
import { z } from 'zod'
import { state } from '#contract/common.ts'

export const entryListSearch = z.object({
  period: z.coerce.string<string>().max(20).optional().catch(undefined),
  state: state.optional().catch(undefined),
})

export const reviewListSearch = z.object({
  ...entryListSearch.shape,
  show: z.enum(['waiting', 'all']).optional().catch(undefined),
})
