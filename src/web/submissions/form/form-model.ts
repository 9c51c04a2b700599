/**
 * A form as the browser shows it: what the server gave, with what is being typed laid over it, computed cells and checks
 * by the same core functions the server runs.
 */
import type { WireValue } from '#contract/common.ts'
import type { FormCellView, FormView } from '#contract/submissions.ts'
import { evaluateForm } from '#core/form/evaluate.ts'
import { type CellAddress, cellName, cellRole, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { absent, type CellValue, notApplicable, nothing, number } from '#core/quantity/cell-value.ts'
import type { Outcome } from '#core/quantity/outcome.ts'
import { type Finding, validateForm } from '#core/validation/validate-form.ts'

export type ReferenceView = FormView['references'][number]
export type ColumnView = FormView['columns'][number]

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
}

/** What is typed and not yet answered by the server, by cell name. */
export type Typed = ReadonlyMap<string, CellValue>

export const nothingTyped: Typed = new Map()

export function cellValue(value: WireValue): CellValue {
  switch (value.kind) {
    case 'number':
      return number(value.value)
    case 'text':
      return value
    case 'absent':
      return absent
    case 'nothing':
      return nothing
    case 'notApplicable':
      return notApplicable
  }
}

/** The parts that do not change while typing. */
export function layoutOf(form: FormView) {
  return { rows: form.rows.map(coreRow), columns: form.columns.map(coreColumn) }
}

export function formModel(form: FormView, layout: ReturnType<typeof layoutOf>, typed: Typed): FormModel {
  const { rows, columns } = layout
  const cells = new Map(form.cells.map((cell) => [cellName(cell), cell]))
  const references = new Map(form.references.map((reference) => [cellName(reference), reference]))
  const said = (at: CellAddress): CellValue => {
    const name = cellName(at)
    const here = typed.get(name)
    if (here) return here
    const known = cells.get(name)?.value ?? references.get(name)?.value
    return known === undefined ? absent : cellValue(known)
  }
  const content = { rows, columns, valueOf: said, changeThreshold: form.changeThreshold }
  const toFill = rows.flatMap((row) =>
    columns
      .filter((column) => column.role === 'entry' && cellRole(row, column) === 'typed')
      .map((column) => cellName({ row: row.key, column: column.key })),
  )
  return {
    form,
    rows,
    columns,
    cells,
    references,
    valueOf: said,
    outcomes: evaluateForm(content),
    findings: byCell(validateForm(content)),
    marked: new Map(form.marked.map((mark) => [cellName(mark), mark.note])),
    withheld: new Map(form.withheld.map((it) => [cellName(it), it.until])),
    toFill,
    filled: new Set(toFill.filter((name) => cells.has(name) || typed.has(name))),
  }
}

function coreRow(row: FormView['rows'][number]): FormRow {
  const { indicator, area, formula, ...rest } = row
  return {
    ...rest,
    ...(indicator === null ? {} : { indicator }),
    ...(area === null ? {} : { area }),
    ...(formula === null ? {} : { formula }),
  }
}

function coreColumn(column: ColumnView): FormColumn {
  const { formula, decimals, offset, periodName: _, ...rest } = column
  return {
    ...rest,
    offset: offset as FormColumn['offset'],
    ...(formula === null ? {} : { formula }),
    ...(decimals === null ? {} : { decimals }),
  }
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

function byCell(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>()
  for (const finding of findings) found.set(cellName(finding), [...(found.get(cellName(finding)) ?? []), finding])
  return found
}
