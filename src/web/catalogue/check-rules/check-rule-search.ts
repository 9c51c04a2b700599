/** Filters of the list of check rules, kept in the address bar. */
import { z } from 'zod'
import { checkRuleState } from '#contract/check-rules.ts'

export const checkRuleSearch = z.object({
  q: z.coerce.string<string>().max(100).optional().catch(undefined),
  severity: z.enum(['hard', 'soft']).optional().catch(undefined),
  state: checkRuleState.optional().catch(undefined),
})
export type CheckRuleSearch = z.infer<typeof checkRuleSearch>
