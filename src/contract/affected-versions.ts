/** Pinned versions that are no longer what the figures say, for the desk of whoever consolidates. */
import { z } from 'zod'
import { instant, periodView } from './common.ts'
import { reading, regimeName } from './consolidated-table.ts'

export const affectedVersion = z
  .strictObject({
    regime: regimeName,
    period: periodView,
    /** The latest of the period. */
    version: z.number().int(),
    reading,
    at: instant,
    /** Cells that would be others today. */
    affected: z.number().int(),
  })
  .meta({ id: 'AffectedVersion' })
export type AffectedVersion = z.infer<typeof affectedVersion>

export const affectedVersions = z.strictObject({ versions: z.array(affectedVersion) }).meta({ id: 'AffectedVersions' })
