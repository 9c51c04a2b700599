/** The feed as a reader sees it: over SSE (`/api/changes/stream`) or by polling (`/api/changes?after=`). Who comes from
 * before what is kept (seven days) gets the event `anew`, or `changes.forgotten`, and reads everything again.
 */
import { z } from 'zod'
import { instant } from './common.ts'

export const change = z
  .strictObject({
    /** `<transaction>.<id>`: opaque, ordered; give it back as `after` or as Last-Event-ID. */
    position: z.string(),
    at: instant,
    /**
     * `submission` (its state or a cell of it moved), `figures` (reported values moved), `table` (an act on a consolidated
     * table or a version of it; for those who read such tables) or `catalogue` (what an indicator means). When a release
     * time has come, `figures` and `submission` say so of all at once: `payload.released` names the indicators. Other
     * `figures` name the indicators and areas that may have moved: `indicator` or `indicators`, and `areas`.
     */
    topic: z.enum(['submission', 'figures', 'table', 'catalogue']),
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Change' })
export type Change = z.infer<typeof change>

export const changeList = z.strictObject({ changes: z.array(change), position: z.string() }).meta({ id: 'ChangeList' })
