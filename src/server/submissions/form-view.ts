/** A form as the grid needs it: resolved columns and rows, cells, what to show beside them, and what was marked. */
import type { Person } from '#contract/common.ts'
import type { FormView } from '#contract/submissions.ts'
import { type Actor, canEnter } from '#core/access/roles.ts'
import { headerLabel } from '#core/form/header.ts'
import { addressOf } from '#core/form/layout.ts'
import { type Period, parsePeriod, periodName } from '#core/period/period.ts'
import { invariant } from '#core/quantity/invariant.ts'
import type { CheckRule } from '#core/validation/rule.ts'
import { type Catalogue, regimeVersionById, rulesInForce } from '../catalogue/index.ts'
import { cellValueOf } from '../figures/index.ts'
import { peopleById } from '../identity/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import type * as cellQueries from './cell-queries.ts'
import { contentLines } from './content.ts'
import { columnPeriodName } from './coordinates.ts'
import { findingsOnRecord, findingsTold } from './findings.ts'
import { formsRead, type ReadForm, saidElsewhere } from './other-forms.ts'
import type * as queries from './queries.ts'
import { formReferences, type OpenForm, openForms, sheetArea } from './sheet.ts'
import * as stepQueries from './step-queries.ts'
import { withheldCells, without } from './withheld.ts'

/** The span the data are taken for, under the name the report is known by. */
export function periodViewOf(label: string, calendar: Period['calendar']) {
  const period = parsePeriod(label, calendar)
  invariant(period !== undefined, `«${label}» names a period`)
  return { label, name: periodName(period), from: period.span.from, to: period.span.to }
}

export async function formViewOf(
  db: Db,
  { submission, formId, actor }: { submission: queries.SubmissionRow; formId: number; actor: Actor },
): Promise<FormView | undefined> {
  const [{ forms, catalogue }, now, allSteps] = await Promise.all([
    openForms(db, submission),
    databaseNow(db),
    stepQueries.stepsOf(db, [submission.id]),
  ])
  const form = forms.find((f) => f.id === formId)
  if (!form) return undefined
  const regime = await regimeVersionById(db, submission.regime_version_id)
  const steps = allSteps.get(submission.id) ?? []
  const isOwner = actor.agencyId === submission.agency_id
  const found = await findingsOnRecord(db, submission, steps)
  const [references, checks, cells, marked, previous, withheld] = await Promise.all([
    formReferences(db, { catalogue, form, submission, now }),
    checksOf(db, submission, { forms, catalogue, form, now, isAsked: isOwner && found === null }),
    cellViews(db, form.cells),
    markedNow(db, submission, { steps, formId }),
    previousValues(db, submission, { steps, formId }),
    withheldCells(db, { form, catalogue }, { isOwner, now }),
  ])
  const told = found && (await findingsTold(db, { found, forms, catalogue }, { isOwner, now }))
  return {
    submissionId: submission.id,
    formId,
    code: form.code,
    title: form.layout.title,
    area: catalogue.areas.get(sheetArea(catalogue, submission.agency_id))?.code ?? '',
    changeThreshold: form.layout.changeThreshold,
    period: periodViewOf(submission.period, regime.calendar),
    canEnter: canEnter(actor, {
      agencyId: submission.agency_id,
      receiverId: submission.receiver_id,
      state: submission.state,
    }),
    columns: columnViews(form),
    rows: rowViews(form),
    cells: [...without(withheld, cells)],
    references: [...without(withheld, references), ...checks.elsewhere],
    rules: rulesFor(form, checks.rules),
    others: checks.others,
    findings:
      told &&
      without(
        withheld,
        told.filter((it) => it.form === formId),
      ).map(({ form: _, text: __, quotes: ___, ...it }) => it),
    withheld: withheldViews(form, withheld),
    marked,
    previous: previous && [...without(withheld, previous)],
  }
}

/** Of the columns that the form shows. */
function withheldViews({ columns }: OpenForm, withheld: ReadonlyMap<string, string>): FormView['withheld'] {
  const shown = new Set(columns.map(({ key }) => key))
  return [...withheld].map(([name, until]) => ({ ...addressOf(name), until })).filter(({ column }) => shown.has(column))
}

interface Checked {
  readonly forms: readonly OpenForm[]
  readonly form: OpenForm
  readonly catalogue: Catalogue
  readonly now: string
  /** Whether the checks are asked while it is looked at, and not told from the record. */
  readonly isAsked: boolean
}

/** The rules in force, and what they read in the other forms. */
async function checksOf(db: Db, submission: queries.SubmissionRow, it: Checked) {
  const rules = await rulesInForce(db, it.form.period.span.to)
  const read = it.isAsked ? formsRead(it.form, it.forms, rules) : []
  const elsewhere = read.map(async (there) =>
    saidElsewhere(there, await formReferences(db, { ...it, form: there.form, submission })),
  )
  return { rules, others: read.map(otherView), elsewhere: (await Promise.all(elsewhere)).flat() }
}

function otherView({ other }: ReadForm): FormView['others'][number] {
  return {
    position: other.position,
    isBefore: other.isBefore,
    rows: other.rows.map(({ key, kind, indicator, area, measure, decimals, notApplicable }) => ({
      ...{ key, kind, indicator: indicator ?? null, area: area ?? null, measure, decimals },
      notApplicable: [...(notApplicable ?? [])],
    })),
    columns: other.columns.map(({ key, offset, scenario, vintage, decimals }) => ({
      ...{ key, offset, scenario, vintage, decimals: decimals ?? null },
    })),
  }
}

/** Those that have something to ask of this form. */
function rulesFor({ code, rows }: OpenForm, rules: readonly CheckRule[]): FormView['rules'] {
  const indicators = new Set(rows.map(({ indicator }) => indicator))
  return rules.flatMap(({ scope, ...rule }): FormView['rules'] => {
    if (scope.kind === 'form') return scope.form === code ? [{ ...rule, scope }] : []
    const isAsked = scope.indicators.some((each) => indicators.has(each))
    return isAsked ? [{ ...rule, scope: { kind: scope.kind, indicators: [...scope.indicators] } }] : []
  })
}

function columnViews(form: OpenForm): FormView['columns'] {
  return form.columns.map((column) => ({
    key: column.key,
    number: column.number,
    header: column.header.map((label) => headerLabel(label, form.period)),
    role: column.role,
    scenario: column.scenario,
    vintage: column.vintage,
    offset: column.offset,
    formula: column.formula ?? null,
    decimals: column.decimals ?? null,
    width: column.width,
    periodName: columnPeriodName(column, form.period),
  }))
}

function rowViews(form: OpenForm): FormView['rows'] {
  return form.rows.map((row) => ({
    key: row.key,
    ordinal: row.ordinal,
    label: row.label,
    kind: row.kind,
    level: row.level,
    indicator: row.indicator ?? null,
    area: row.area ?? null,
    measure: row.measure,
    decimals: row.decimals,
    nature: row.nature ?? null,
    formula: row.formula ?? null,
    notApplicable: [...(row.notApplicable ?? [])],
  }))
}

/** `known` are people who need not be asked for. */
export async function cellViews(
  db: Db,
  cells: readonly cellQueries.CellRow[],
  known: ReadonlyMap<number, Person> = new Map(),
): Promise<FormView['cells']> {
  const typists = new Set(cells.map((c) => c.entered_by))
  const people = new Map([
    ...known,
    ...(await peopleById(
      db,
      [...typists].filter((id) => !known.has(id)),
    )),
  ])
  return cells.map((c) => ({
    row: c.row_key,
    column: c.column_key,
    value: c.kind === 'empty' ? { kind: c.kind } : cellValueOf(c),
    revision: c.revision,
    note: c.note,
    enteredBy: people.get(c.entered_by) ?? null,
    enteredAt: c.entered_at,
    origin: c.origin,
  }))
}

interface OfForm {
  readonly steps: readonly stepQueries.StepRow[]
  readonly formId: number
}

/** Marks of the last return count until the submission is accepted. */
async function markedNow(db: Db, submission: queries.SubmissionRow, { steps, formId }: OfForm) {
  const last = steps.findLast((s) => s.verb === 'sendBack')
  if (!last || submission.state === 'accepted') return []
  const marked = await stepQueries.markedCells(db, [last.id])
  return marked.filter((m) => m.formId === formId).map(({ row, column, note }) => ({ row, column, note }))
}

/** What the form said at the submission before the one now under review, or at the last one while it is a draft again. */
async function previousValues(db: Db, submission: queries.SubmissionRow, { steps, formId }: OfForm) {
  const submits = steps.filter((s) => s.verb === 'submit')
  const before = submission.state === 'draft' ? submits.at(-1) : submits.at(-2)
  if (!before?.content_hash) return null
  const content = await stepQueries.snapshotContent(db, {
    submissionId: submission.id,
    contentHash: before.content_hash,
  })
  if (content === undefined) return null
  return contentLines(content)
    .filter((line) => line[0] === formId)
    .map(([, row, column, kind, said]) => ({
      row,
      column,
      value: cellValueOf({ kind, value: kind === 'number' ? said : null, text: kind === 'text' ? said : null }),
    }))
}
