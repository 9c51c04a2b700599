/** Submissions: their forms and cells, the path they go, and the desk that lists them. */
import { z } from 'zod'
import { checkRule, finding } from './check-rules.ts'
import {
  agency,
  day,
  enteredValue,
  instant,
  level,
  periodView,
  person,
  state,
  verb,
  vintage,
  wireValue,
} from './common.ts'

export const cellAddress = z
  .strictObject({ row: z.string().max(40), column: z.string().max(40) })
  .meta({ id: 'CellAddress' })

export const formCell = z
  .strictObject({
    ...cellAddress.shape,
    value: enteredValue,
    /** To send back as `seen`, or in If-Match; 0 when nobody has typed here yet. */
    revision: z.number().int(),
    note: z.string(),
    enteredBy: person.nullable(),
    enteredAt: instant.nullable(),
    origin: z.enum(['typed', 'imported', 'received', 'computed']),
  })
  .meta({ id: 'FormCell' })
export type FormCellView = z.infer<typeof formCell>

export const referenceCell = z
  .strictObject({
    ...cellAddress.shape,
    value: wireValue,
    vintage: vintage.nullable(),
    level: level.nullable(),
    /** Short name of the agency that reported it, or name of the plan; '' for what another form of the report says. */
    source: z.string(),
  })
  .meta({ id: 'ReferenceCell' })

export const formColumn = z
  .strictObject({
    key: z.string(),
    number: z.string(),
    header: z.array(z.string()),
    role: z.enum(['entry', 'prefilled', 'reference', 'base', 'ratio', 'computed']),
    scenario: z.enum(['actual', 'plan']),
    vintage: z.enum(['estimate', 'preliminary', 'official', 'best']).nullable(),
    offset: z.string().nullable(),
    formula: z.string().nullable(),
    decimals: z.number().int().nullable(),
    width: z.number().int(),
    /** Name of the span the column speaks of, e.g. «tháng 9/2026»; '' for ratios. */
    periodName: z.string(),
  })
  .meta({ id: 'FormColumn' })

export const formRow = z
  .strictObject({
    key: z.string(),
    ordinal: z.string(),
    label: z.string(),
    kind: z.enum(['title', 'item', 'total', 'ofWhich']),
    level: z.number().int(),
    indicator: z.string().nullable(),
    area: z.string().nullable(),
    measure: z.string(),
    decimals: z.number().int(),
    nature: z.enum(['flow', 'stock', 'rate']).nullable(),
    formula: z.string().nullable(),
    notApplicable: z.array(z.string()),
  })
  .meta({ id: 'FormRow' })

/** As much of another form of the report as the rules read; the values of its cells are among the references. */
export const otherForm = z
  .strictObject({
    /** Place in the report, from 1: «biểu 2». */
    position: z.number().int(),
    /** Whether it stands before this form. */
    isBefore: z.boolean(),
    rows: z.array(
      formRow.pick({
        key: true,
        kind: true,
        indicator: true,
        area: true,
        measure: true,
        decimals: true,
        notApplicable: true,
      }),
    ),
    columns: z.array(formColumn.pick({ key: true, offset: true, scenario: true, vintage: true, decimals: true })),
  })
  .meta({ id: 'OtherForm' })

export const formView = z
  .strictObject({
    submissionId: z.string(),
    formId: z.number().int(),
    code: z.string(),
    title: z.string(),
    /** Code of the area that rows are about which name none. */
    area: z.string(),
    changeThreshold: z.number(),
    period: periodView,
    canEnter: z.boolean(),
    columns: z.array(formColumn),
    rows: z.array(formRow),
    cells: z.array(formCell),
    references: z.array(referenceCell),
    /** Rules of the catalogue that this form is checked by, besides the built-in checks. */
    rules: z.array(checkRule),
    /** What those rules read in the other forms of the report; only for whoever types it, while it is typed. */
    others: z.array(otherForm),
    /** What the checks found when the edition under review was submitted; null while it is typed, and where none were recorded. */
    findings: z.array(finding).nullable(),
    /** Cells under a release time that has not come: their values are not here, for this reader. */
    withheld: z.array(z.strictObject({ ...cellAddress.shape, until: instant })),
    /** Cells marked when it was last returned. */
    marked: z.array(z.strictObject({ ...cellAddress.shape, note: z.string() })),
    /** Values at the last submission before the present one, for «khác bản trước»; null when there was none. */
    previous: z.array(z.strictObject({ ...cellAddress.shape, value: wireValue })).nullable(),
  })
  .meta({ id: 'FormView' })
export type FormView = z.infer<typeof formView>

export const cellInput = z
  .strictObject({ value: enteredValue, note: z.string().max(2000).optional() })
  .meta({ id: 'CellInput' })

export const cellEdit = z
  .strictObject({ ...cellAddress.shape, ...cellInput.shape, seen: z.number().int().min(0) })
  .meta({ id: 'CellEdit', description: 'One change of a block; `seen` is the revision the typist saw' })
export type CellEdit = z.infer<typeof cellEdit>

export const cellEdits = z.strictObject({ edits: z.array(cellEdit).min(1).max(2000) }).meta({ id: 'CellEdits' })

export const cellEditResult = z
  .discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('saved'), cell: formCell }),
    /** Somebody saved another value since; nothing was written for this cell. `cell` is theirs. */
    z.strictObject({ outcome: z.literal('conflict'), cell: formCell }),
    z.strictObject({
      outcome: z.literal('refused'),
      ...cellAddress.shape,
      code: z.string(),
      message: z.string(),
    }),
  ])
  .meta({ id: 'CellEditResult' })
export type CellEditResult = z.infer<typeof cellEditResult>
export const cellEditResults = z.strictObject({ results: z.array(cellEditResult) }).meta({ id: 'CellEditResults' })

export const cellHistory = z
  .strictObject({ revisions: z.array(formCell), earlier: z.array(referenceCell) })
  .meta({ id: 'CellHistory', description: 'Newest first; `earlier` are the same figure in earlier reports' })

export const stepView = z
  .strictObject({
    key: z.enum(['enter', 'appraise', 'approve', 'seal', 'send', 'accept']),
    status: z.enum(['done', 'now', 'todo']),
    /** Who holds it now or did it; empty when the agency has nobody in that role. */
    people: z.array(person),
    since: instant.nullable(),
    doneAt: instant.nullable(),
    dueAt: instant.nullable(),
  })
  .meta({ id: 'Step' })

/** A step that was taken, by whom and on what content. */
export const takenStep = z
  .strictObject({
    verb,
    from: state,
    to: state,
    by: person.nullable(),
    agency: z.string(),
    at: instant,
    reason: z.string(),
    contentHash: z.string().nullable(),
    isSigned: z.boolean(),
  })
  .meta({ id: 'TakenStep' })
export type TakenStep = z.infer<typeof takenStep>

export const submissionView = z
  .strictObject({
    id: z.string(),
    regime: z.strictObject({ code: z.string(), name: z.string() }),
    period: periodView,
    agency,
    receiver: agency,
    state,
    stateSince: instant,
    version: z.number().int(),
    /** How many times it has been submitted («bản 2»). */
    edition: z.number().int(),
    openedAt: instant,
    dueAt: instant,
    internalDueAt: instant.nullable(),
    isLate: z.boolean(),
    isSigned: z.boolean(),
    documentNumber: z.string(),
    documentDate: day.nullable(),
    /** To send back with a transition: it is refused when the content has moved since. */
    contentHash: z.string(),
    forms: z.array(
      z.strictObject({
        id: z.number().int(),
        code: z.string(),
        title: z.string(),
        filled: z.number().int(),
        toFill: z.number().int(),
      }),
    ),
    /** Figures of earlier periods, shown pre-filled, that this report says anew; they count beside what is to be filled. */
    corrected: z.number().int(),
    steps: z.array(stepView),
    can: z.array(verb),
    canEnter: z.boolean(),
    /** Needs of each verb in `can`, e.g. reauthentication, reason, documentNumber. */
    needs: z.record(z.string(), z.array(z.string())),
    /** The last return, while it is being corrected or reviewed again. */
    returned: z
      .strictObject({
        by: person,
        at: instant,
        reason: z.string(),
        cells: z.array(
          z.strictObject({ formId: z.number().int(), ...cellAddress.shape, label: z.string(), note: z.string() }),
        ),
      })
      .nullable(),
    log: z.array(takenStep),
  })
  .meta({ id: 'Submission' })
export type SubmissionView = z.infer<typeof submissionView>

export const transitionInput = z
  .strictObject({
    verb,
    contentHash: z.string(),
    reason: z.string().max(2000).optional(),
    cells: z
      .array(z.strictObject({ formId: z.number().int(), ...cellAddress.shape, note: z.string().max(500) }))
      .max(500)
      .optional(),
    documentNumber: z.string().max(50).optional(),
    documentDate: day.optional(),
  })
  .meta({ id: 'TransitionInput' })
export type TransitionInput = z.infer<typeof transitionInput>

export const submissionSummary = z
  .strictObject({
    id: z.string(),
    regime: z.string(),
    period: periodView,
    agency: z.string(),
    agencyShortName: z.string(),
    state,
    stateSince: instant,
    dueAt: instant,
    internalDueAt: instant.nullable(),
    isLate: z.boolean(),
    /** Working days left until dueAt on the working-day calendar; negative when overdue. */
    workingDaysLeft: z.number().int(),
    holder: z.string(),
    forms: submissionView.shape.forms,
    can: z.array(verb),
    returned: submissionView.shape.returned,
  })
  .meta({ id: 'SubmissionSummary' })
export type SubmissionSummary = z.infer<typeof submissionSummary>

/** A page of the list. `next` goes on from it as `after`; null on the last page. `total` counts all pages. */
export const submissionList = z
  .strictObject({
    submissions: z.array(submissionSummary),
    total: z.number().int(),
    next: z.string().nullable(),
    periods: z.array(periodView),
  })
  .meta({ id: 'SubmissionList' })
export type SubmissionList = z.infer<typeof submissionList>

export const submissionQuery = z.strictObject({
  period: z.string().max(20).optional(),
  state: state.optional(),
  side: z.enum(['own', 'receiver']).optional(),
  /** Only what is not accepted yet. */
  open: z.literal('true').optional(),
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** Bàn làm việc: what I owe and what waits for me. */
export const desk = z
  .strictObject({
    returned: z.array(submissionSummary),
    toEnter: z.array(submissionSummary),
    toDecide: z.array(submissionSummary),
    waitingForOthers: z.array(submissionSummary),
    recent: z.array(submissionSummary),
    serverTime: instant,
  })
  .meta({ id: 'Desk' })
export type Desk = z.infer<typeof desk>
