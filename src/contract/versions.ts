/** Pinned versions of the consolidated table: what one holds, and how it compares with another or with the present. */
import { z } from 'zod'
import { adjustment } from './adjustments.ts'
import { agency, day, instant, person, state, verb, vintage, wireValue } from './common.ts'
import { consolidatedDue } from './consolidated-due.ts'
import { lineShape, namedCellShape, periodName, reading } from './consolidated-table.ts'
import { computedValue } from './explanation.ts'
import { stepView, takenStep } from './submissions.ts'

/** One figure that a pinned cell was made of: whose word, of which edition. */
export const pinnedInput = z
  .strictObject({
    indicator: z.string(),
    area: z.string(),
    agency: z.string(),
    from: day,
    to: day,
    /** Code of the plan version; null for actual figures. */
    plan: z.string().nullable(),
    vintage: vintage.nullable(),
    value: wireValue,
    edition: z.string(),
    /** The choice among differing sources that it follows; null where nobody had to choose. */
    choice: z.string().nullable(),
  })
  .meta({ id: 'PinnedInput' })
export type PinnedInput = z.infer<typeof pinnedInput>

export const pinnedAdjustment = z.strictObject({ id: z.string(), area: z.string(), amount: z.string() })

export const pinnedCell = z
  .strictObject({
    column: z.string(),
    value: computedValue,
    isPartial: z.boolean(),
    missing: z.array(z.string()),
    /** Over the keys of lines or columns; null for what is collected. */
    formula: z.string().nullable(),
    inputs: z.array(pinnedInput),
    adjustments: z.array(pinnedAdjustment),
  })
  .meta({ id: 'PinnedCell' })
export type PinnedCell = z.infer<typeof pinnedCell>

export const pinnedContent = z
  .strictObject({
    regime: z.string(),
    title: z.string(),
    period: periodName,
    reading,
    form: z.strictObject({ version: z.number().int() }),
    columns: z.array(
      z.strictObject({
        key: z.string(),
        header: z.array(z.string()),
        role: z.enum(['amount', 'ratio']),
        decimals: z.number().int().nullable(),
        /** Columns not shown are there for ratios. */
        isShown: z.boolean(),
      }),
    ),
    rows: z.array(
      z.strictObject({
        ...lineShape,
        cells: z.array(pinnedCell),
      }),
    ),
  })
  .meta({ id: 'PinnedContent' })
export type PinnedContent = z.infer<typeof pinnedContent>

/** Why a cell is another than it was; a cell that is computed follows its lines and has no cause of its own. */
export const changeCause = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('figure'),
      indicator: z.string(),
      area: z.string(),
      agency: z.string(),
      /** Null where there was, or is, nothing. */
      before: wireValue.nullable(),
      after: wireValue.nullable(),
      editionBefore: z.string().nullable(),
      editionAfter: z.string().nullable(),
      /** Of the figure; null in a list that was recorded before spans were. */
      span: z.strictObject({ from: day, to: day }).nullable().default(null),
      /** Of the figure, as in `pinnedInput`; null in a list that was recorded before they were. */
      said: pinnedInput.pick({ plan: true, vintage: true }).nullable().default(null),
    }),
    z.strictObject({ kind: z.literal('adjustment'), id: z.string(), amount: z.string(), isWithdrawn: z.boolean() }),
  ])
  .meta({ id: 'ChangeCause' })
export type ChangeCause = z.infer<typeof changeCause>

export const cellChange = z
  .strictObject({
    row: z.string(),
    column: z.string(),
    before: computedValue.nullable(),
    after: computedValue.nullable(),
    causes: z.array(changeCause),
  })
  .meta({ id: 'CellChange' })
export type CellChange = z.infer<typeof cellChange>

/** A cause with names, the person and the moment, for reading. */
export const causeView = z
  .strictObject({
    kind: z.enum(['figure', 'adjustment']),
    /** The agency's short name, or whose adjustment it is. */
    agency: z.string(),
    /** Indicator, area and period of the figure by name, as far as they are not the cell's own. */
    what: z.string(),
    before: computedValue.nullable(),
    after: computedValue.nullable(),
    /** Who entered the figure, or made the adjustment; null where a form computed it or nobody typed it. */
    by: person.nullable(),
    /** Who approved the report that it came with, and who sent it; null for anything but a report. */
    approvedBy: person.nullable(),
    sentBy: person.nullable(),
    at: instant.nullable(),
    reason: z.string(),
  })
  .meta({ id: 'CauseView' })

export const changeView = z
  .strictObject({
    ...namedCellShape,
    before: computedValue.nullable(),
    after: computedValue.nullable(),
    causes: z.array(causeView),
  })
  .meta({ id: 'ChangeView' })
export type ChangeView = z.infer<typeof changeView>

/** Where a version stands on its way; `draft` is pinned and not submitted, `superseded` that a later one took its place. */
export const versionState = z.enum([...state.options, 'superseded'])
export type VersionState = z.infer<typeof versionState>

export const versionSummary = z
  .strictObject({
    version: z.number().int(),
    reading,
    contentHash: z.string(),
    note: z.string(),
    by: person.nullable(),
    at: instant,
    /** Cells that differ from the version before it of the same reading. */
    changed: z.number().int(),
    /** Null for «tạm tính», which is never submitted. */
    state: versionState.nullable(),
    /** The later version that took its place, or corrects it if it was approved. */
    successor: z.number().int().nullable(),
  })
  .meta({ id: 'VersionSummary' })
export type VersionSummary = z.infer<typeof versionSummary>

/** The latest version and how many of its cells would be others today. */
export const pinnedState = z
  .strictObject({ ...versionSummary.shape, affected: z.number().int() })
  .meta({ id: 'PinnedState' })
export type PinnedState = z.infer<typeof pinnedState>

export const versionList = z
  .strictObject({
    versions: z.array(versionSummary),
    /** The report as the head approved it last, and how many of its cells would be others today. */
    approved: z.strictObject({ version: z.number().int(), affected: z.number().int() }).nullable(),
  })
  .meta({ id: 'VersionList' })
export type VersionList = z.infer<typeof versionList>

/** An adjustment that stands in a pinned version, with the place it lies on in words. */
export const standingAdjustment = z
  .strictObject({ ...adjustment.shape, about: z.string(), measure: z.string(), decimals: z.number().int() })
  .meta({ id: 'StandingAdjustment' })
export type StandingAdjustment = z.infer<typeof standingAdjustment>

export const versionView = z
  .strictObject({
    ...versionSummary.shape,
    /** The very text that was hashed: canonical JSON of a PinnedContent. */
    content: z.string(),
    /** Against the version before it of the same reading, as it was found when it was pinned. */
    changes: z.array(changeView),
    /** Against the present figures: not empty means «bị ảnh hưởng». */
    since: z.array(changeView),
    /** Against the version that the head approved last before it; null when there is none. */
    sinceApproved: z.strictObject({ version: z.number().int(), changes: z.array(changeView) }).nullable(),
    adjustments: z.array(standingAdjustment),
    /** The lead agency, whose report it is, and whom the whole is for. */
    agency,
    receiver: agency.nullable(),
    stateSince: instant,
    /** Who takes the next step, names joined by commas; '' at the end of the way. */
    holder: z.string(),
    steps: z.array(stepView),
    log: z.array(takenStep),
    can: z.array(verb),
    /** Needs of each verb in `can`. */
    needs: z.record(z.string(), z.array(z.string())),
    documentNumber: z.string(),
    documentDate: day.nullable(),
    /** There for the version that is still to be sent first, and for the one that was. */
    due: consolidatedDue.nullable(),
  })
  .meta({ id: 'VersionView' })
export type VersionView = z.infer<typeof versionView>

export const newVersion = z
  .strictObject({
    period: z.string().max(20),
    reading,
    /** Of the table as it was seen: should anything have moved, nothing is pinned. */
    contentHash: z.string().max(64),
    note: z.string().trim().max(1000).default(''),
  })
  .meta({ id: 'NewVersion' })
