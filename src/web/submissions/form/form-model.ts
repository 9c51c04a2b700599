/**
 * A form as the browser shows it: what the server gave, with what is being typed laid over it, computed cells and checks
 * by the same core functions the server runs.
 */
import type { EnteredValue } from '#contract/common.ts'
import type { FormCellView, FormView } from '#contract/submissions.ts'
import { cellsToFill } from '#core/form/cells-to-fill.ts'
import { evaluateForm } from '#core/form/evaluate.ts'
import { addressOf, type CellAddress, cellName, cellRole, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { baseOf, overtakenTotals } from '#core/form/stated-bases.ts'
import { absent, type CellValue, notApplicable, nothing, number } from '#core/quantity/cell-value.ts'
import type { Outcome } from '#core/quantity/outcome.ts'
import { explainedBy, type Finding } from '#core/validation/finding.ts'
import type { OtherForm } from '#core/validation/other-forms.ts'
import { type FormToValidate, type JudgedForm, judgeForm } from '#core/validation/validate-form.ts'
import { coreColumn, coreOther, coreRow } from './core-layout.ts'

export type ReferenceView = FormView['references'][number]

export interface FormModel {
  readonly form: FormView
  readonly rows: readonly FormRow[]
  readonly columns: readonly FormColumn[]
  readonly cells: ReadonlyMap<string, FormCellView>
  readonly references: ReadonlyMap<string, ReferenceView>
  /** What a cell says now, typing included; absent where nothing is known. */
  readonly valueOf: (at: CellAddress) => CellValue
  /** Of the computed cells alone, by cell name. */
  readonly outcomes: ReadonlyMap<string, Outcome>
  readonly findings: ReadonlyMap<string, readonly Finding[]>
  readonly marked: ReadonlyMap<string, string>
  /** Cell name → when this reader may see it: figures before their release time. */
  readonly withheld: ReadonlyMap<string, string>
  /** Names of the cells that have to be filled, and of those among them that say something. */
  readonly toFill: readonly string[]
  readonly filled: ReadonlySet<string>
  /** Whether the cell was typed, and not emptied since. */
  readonly isSaid: (name: string) => boolean
}

/** What is typed and not yet answered by the server, with its note, by cell name. */
export type Typed = ReadonlyMap<string, { readonly value: EnteredValue; readonly note: string }>

export const nothingTyped: Typed = new Map()

/** An emptied cell says nothing. */
export function cellValue(value: EnteredValue): CellValue {
  switch (value.kind) {
    case 'number':
      return number(value.value)
    case 'text':
      return value
    case 'absent':
    case 'empty':
      return absent
    case 'nothing':
      return nothing
    case 'notApplicable':
      return notApplicable
  }
}

/** The parts that do not change while typing. */
export interface FormLayoutShown {
  readonly rows: readonly FormRow[]
  readonly columns: readonly FormColumn[]
  readonly rules: FormView['rules']
  readonly others: readonly OtherForm[]
  /** Builds upon what it judged before, so that an edit costs what hangs on it. */
  readonly judge: (form: FormToValidate) => JudgedForm
}

export function layoutOf(form: Pick<FormView, 'rows' | 'columns' | 'rules' | 'others'>): FormLayoutShown {
  let last: JudgedForm | undefined
  const judge = (form: FormToValidate): JudgedForm => {
    last = judgeForm(form, last)
    return last
  }
  const { rules } = form
  return {
    rows: form.rows.map(coreRow),
    columns: form.columns.map(coreColumn),
    rules,
    others: form.others.map(coreOther),
    judge,
  }
}

export function formModel(form: FormView, layout: FormLayoutShown, typed: Typed): FormModel {
  const { rows, columns, rules, others } = layout
  const cells = new Map(form.cells.map((cell) => [cellName(cell), cell]))
  const references = new Map(form.references.map((reference) => [cellName(reference), reference]))
  const entered = (name: string): EnteredValue | undefined => typed.get(name)?.value ?? cells.get(name)?.value
  const isSaid = (name: string): boolean => (entered(name)?.kind ?? 'empty') !== 'empty'
  const overtaken = overtakenTotals(layout, isSaid)
  const known = (name: string): CellValue => {
    const value = references.get(name)?.value
    return value === undefined ? absent : cellValue(value)
  }
  const said = (at: CellAddress): CellValue => {
    const base = baseOf(at.column)
    if (base !== undefined) return known(cellName({ row: at.row, column: base }))
    const name = cellName(at)
    const here = entered(name)
    if (here !== undefined && here.kind !== 'empty') return cellValue(here)
    return overtaken.has(name) ? absent : known(name)
  }
  const { code, changeThreshold } = form
  const noteOf = (at: CellAddress): string => typed.get(cellName(at))?.note ?? cells.get(cellName(at))?.note ?? ''
  const content = { code, rows, columns, rules, others, changeThreshold, valueOf: said, noteOf }
  // Older records do not have what was written beside the cell; it stays as it was while an edition is read.
  const recorded = form.findings?.map((finding) => explainedBy(finding, noteOf(finding)))
  const onRecord = recorded && { outcomes: evaluateForm(content), findings: recorded }
  const { outcomes, findings } = onRecord ?? layout.judge(content)
  const toFill = cellsToFill(rows, columns).map(cellName)
  return {
    form,
    rows,
    columns,
    cells,
    references,
    valueOf: said,
    outcomes,
    findings: byCell(findings),
    marked: new Map(form.marked.map((mark) => [cellName(mark), mark.note])),
    withheld: new Map(form.withheld.map((it) => [cellName(it), it.until])),
    toFill,
    filled: new Set(toFill.filter(isSaid)),
    isSaid,
  }
}

/** Whether the agency states the base of a comparison itself, whatever is known of it. */
export function isStatedBase(
  model: FormModel,
  { row, column }: { readonly row: FormRow; readonly column: FormColumn },
) {
  return cellRole(row, column) === 'base' && model.isSaid(cellName({ row: row.key, column: column.key }))
}

/** «Ước tháng 12»: the last line of a column's heading names it. */
export function columnLabel(column: Pick<FormColumn, 'header'>): string {
  return column.header.at(-1) ?? ''
}

/** «Tháng 12/2025» rather than the heading «Tháng 12», which hangs on the heading above it. */
export function spanLabel(model: FormModel, column: FormColumn): string {
  const span = model.form.columns.find(({ key }) => key === column.key)?.periodName ?? ''
  if (column.scenario === 'plan' || span === '') return columnLabel(column)
  return `${span.charAt(0).toUpperCase()}${span.slice(1)}`
}

export function rowOf(model: FormModel, key: string): FormRow | undefined {
  return model.rows.find((row) => row.key === key)
}

export function columnOf(model: FormModel, key: string): FormColumn | undefined {
  return model.columns.find((column) => column.key === key)
}

/** «Sản lượng lúa · Ước tháng 9». */
export function labelOfCell(model: FormModel, name: string): string {
  const at = addressOf(name)
  const [row, column] = [rowOf(model, at.row), columnOf(model, at.column)]
  return `${row?.label ?? ''} · ${column === undefined ? '' : columnLabel(column)}`
}

/** Findings of that weight, in the order of the form. */
export function findingsOf({ findings, rows }: FormModel, severity: Finding['severity']): readonly Finding[] {
  const found = [...findings.values()].flat().filter((it) => it.severity === severity)
  const place = new Map(rows.map(({ key }, at) => [key, at]))
  return found.toSorted((a, b) => (place.get(a.row) ?? 0) - (place.get(b.row) ?? 0))
}

function byCell(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>()
  for (const finding of findings) found.set(cellName(finding), [...(found.get(cellName(finding)) ?? []), finding])
  return found
}
