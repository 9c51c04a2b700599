/**
 * What of the province's table is in the address, so that a link shows a colleague the same: reading, rows, cell. Texts
 * are coerced, because `area=829` typed by hand arrives as a number.
 */
import { z } from 'zod'
import { reading } from '#contract/consolidated-table.ts'

/** The number that is explained; both or none. */
const explainedCell = {
  row: z.coerce.string<string>().max(40).optional().catch(undefined),
  column: z.coerce.string<string>().max(40).optional().catch(undefined),
}

export const provinceSearch = z.object({
  reading: reading.optional().catch(undefined),
  /** Code of an area or key of a group; the whole province when it is left out. */
  area: z.coerce.string<string>().max(40).optional().catch(undefined),
  /** Only the rows that somebody has to do something about. */
  attention: z.literal(true).optional().catch(undefined),
  ...explainedCell,
})
export type ProvinceSearch = z.infer<typeof provinceSearch>

/** What of the list of differing sources is in the address. */
export const differenceSearch = z.object({
  reading: reading.optional().catch(undefined),
  /** Words of an indicator or an agency. */
  find: z.coerce.string<string>().max(100).optional().catch(undefined),
  area: z.coerce.string<string>().max(40).optional().catch(undefined),
  show: z.enum(['settled', 'all']).optional().catch(undefined),
})
export type DifferenceSearch = z.infer<typeof differenceSearch>

/** Which pinned version is read, and what of it. */
export const versionSearch = z.object({
  version: z.number().int().positive().optional().catch(undefined),
  view: z.enum(['since', 'approved', 'changes', 'content', 'log']).optional().catch(undefined),
  ...explainedCell,
})
