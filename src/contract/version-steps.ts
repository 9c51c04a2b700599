/** The way of a pinned version: a step that is taken, and what waits on the desks of the lead agency. */
import { z } from 'zod'
import { day, instant, periodView, state, verb } from './common.ts'
import { consolidatedDue } from './consolidated-due.ts'
import { regimeName } from './consolidated-table.ts'
import { takenStep } from './submissions.ts'

/** One step of a pinned version, on the content and in the state that the actor saw. */
export const versionStep = z
  .strictObject({
    period: z.string().max(20),
    verb,
    contentHash: z.string().max(64),
    state,
    reason: z.string().max(2000).optional(),
    documentNumber: z.string().max(50).optional(),
    documentDate: day.optional(),
  })
  .meta({ id: 'VersionStep' })
export type VersionStep = z.infer<typeof versionStep>

/** A version on its way, as the desk of the lead agency's people shows it. */
export const versionOnDesk = z
  .strictObject({
    regime: regimeName,
    period: periodView,
    version: z.number().int(),
    state,
    stateSince: instant,
    holder: z.string(),
    can: z.array(verb),
    /** The last return, when it waits to be submitted again. */
    returned: takenStep.nullable(),
    /** Null where nothing is due, or the period's report was sent before. */
    due: consolidatedDue.nullable(),
  })
  .meta({ id: 'VersionOnDesk' })
export type VersionOnDesk = z.infer<typeof versionOnDesk>

/** A period whose consolidated report is due and not on its way, for whoever makes it. */
export const owedReport = z
  .strictObject({
    regime: regimeName,
    period: periodView,
    due: consolidatedDue,
    /** The version pinned last, if any. */
    version: z.number().int().nullable(),
  })
  .meta({ id: 'OwedReport' })
export type OwedReport = z.infer<typeof owedReport>

export const versionDesk = z
  .strictObject({ versions: z.array(versionOnDesk), owed: z.array(owedReport) })
  .meta({ id: 'VersionDesk' })
export type VersionDesk = z.infer<typeof versionDesk>
