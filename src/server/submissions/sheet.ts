/** A submission's form opened at its period: the layout's columns and rows, and what every cell of it says. */
import type { FormContent } from '#core/form/evaluate.ts'
import { type CellAddress, cellName, type FormColumn, type FormLayout, type FormRow } from '#core/form/layout.ts'
import { baseOf, overtakenTotals } from '#core/form/stated-bases.ts'
import type { Period } from '#core/period/period.ts'
import { absent, type CellValue } from '#core/quantity/cell-value.ts'
import type { OtherForm } from '#core/validation/other-forms.ts'
import type { CheckRule } from '#core/validation/rule.ts'
import type { FormToValidate } from '#core/validation/validate-form.ts'
import { type Catalogue, formVersionsById, loadCatalogue, regimeVersionById } from '../catalogue/index.ts'
import { cellValueOf } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { type CellRow, cellsOf } from './cell-queries.ts'
import { columnsOf, figuresPeriod } from './coordinates.ts'
import type { SubmissionRow } from './queries.ts'
import { type Reference, referencesOf } from './references.ts'

export interface OpenForm {
  readonly id: number
  readonly code: string
  readonly layout: FormLayout
  readonly period: Period
  readonly rows: readonly FormRow[]
  readonly columns: readonly FormColumn[]
  readonly cells: readonly CellRow[]
}

/** Area that the sheet is about: the one the agency governs, else the province. */
export function sheetArea(catalogue: Catalogue, agencyId: number): number {
  return catalogue.agencies.get(agencyId)?.areaId ?? catalogue.provinceId
}

/** The submission's forms with the cells of its present version; the catalogue is that of the period's first day. */
export async function openForms(db: Db, s: SubmissionRow): Promise<{ forms: OpenForm[]; catalogue: Catalogue }> {
  const regime = await regimeVersionById(db, s.regime_version_id)
  const period = figuresPeriod(s.period, regime.figuresCalendar)
  const catalogue = await loadCatalogue(db, period.span.from)
  const versions = await formVersionsById(db, s.form_ids)
  const cells = Map.groupBy(await cellsOf(db, { submissionId: s.id, version: s.version }), (c) => c.form_version_id)
  const forms = s.form_ids.flatMap((id) => {
    const version = versions.get(id)
    if (!version) return []
    return [{ ...openForm(version.layout, period, catalogue), id, code: version.code, cells: cells.get(id) ?? [] }]
  })
  return { forms, catalogue }
}

function openForm(layout: FormLayout, period: Period, catalogue: Catalogue) {
  const rows = layout.rows.map((row): FormRow => {
    const nature = row.indicator === undefined ? null : (catalogue.indicators.get(row.indicator)?.nature ?? null)
    return { ...row, nature }
  })
  return { layout, period, rows, columns: columnsOf(layout, period) }
}

/** Everything the evaluator needs: typed values first, then references and what earlier reports said. */
export function contentOf(form: OpenForm, references: readonly Reference[]): FormContent {
  const said = new Map(
    form.cells.filter(({ kind }) => kind !== 'empty').map((cell) => [nameOf(cell), cellValueOf(cell)]),
  )
  const overtaken = overtakenTotals(form, (name) => said.has(name))
  const known = new Map(references.map((reference) => [cellName(reference), reference.value]))
  const saidAt = (at: CellAddress): CellValue => {
    const base = baseOf(at.column)
    if (base !== undefined) return known.get(cellName({ row: at.row, column: base })) ?? absent
    const name = cellName(at)
    return said.get(name) ?? (overtaken.has(name) ? undefined : known.get(name)) ?? absent
  }
  return { rows: form.rows, columns: form.columns, valueOf: saidAt }
}

/** What a form is checked by: the rules, and what they read in the other forms of its report. */
export interface CheckedBy {
  readonly rules: readonly CheckRule[]
  readonly others: readonly OtherForm[]
}

/** The same with what the checks need besides; the values of the other forms' cells are among the references. */
export function contentToValidate(
  form: OpenForm,
  references: readonly Reference[],
  { rules, others }: CheckedBy,
): FormToValidate {
  const notes = new Map(form.cells.map((cell) => [nameOf(cell), cell.note]))
  const { code, layout } = form
  return {
    ...contentOf(form, references),
    ...{ code, rules, others, changeThreshold: layout.changeThreshold },
    noteOf: (address) => notes.get(cellName(address)) ?? '',
  }
}

const nameOf = (cell: CellRow): string => cellName({ row: cell.row_key, column: cell.column_key })

/** References of one form of the submission. */
export function formReferences(
  db: Db,
  {
    catalogue,
    form,
    submission,
    now,
  }: { catalogue: Catalogue; form: OpenForm; submission: SubmissionRow; now: string },
): Promise<Reference[]> {
  return referencesOf(db, catalogue, {
    agencyId: submission.agency_id,
    areaId: sheetArea(catalogue, submission.agency_id),
    period: form.period,
    rows: form.rows,
    columns: form.columns,
    now,
  })
}
