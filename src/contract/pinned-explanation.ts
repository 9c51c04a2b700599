/** Why a number of a pinned version is what it is: told from the version itself, so that nothing said since changes it. */
import { z } from 'zod'
import { instant } from './common.ts'
import { explanationNode } from './explanation.ts'

export const pinnedExplanation = z
  .strictObject({
    version: z.number().int(),
    /** When it was pinned. */
    at: instant,
    rowLabel: z.string(),
    columnLabel: z.string(),
    /** Some part had no figure, so the number is not the whole. */
    isPartial: z.boolean(),
    /** Names of the parts that had none. */
    missing: z.array(z.string()),
    /** Its parts are the numbers that stand in the version, down to the figures it took, each by whom and where it was typed. */
    node: explanationNode,
  })
  .meta({ id: 'PinnedExplanation', description: 'Giải thích một con số của bản tổng hợp đã chốt' })
export type PinnedExplanation = z.infer<typeof pinnedExplanation>
