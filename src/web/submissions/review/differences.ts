/** What a reviewer reads first: cells changed since the last edition, changes beyond the threshold, warnings; the rest is counted. */
import type { FormCellView } from '#contract/submissions.ts'
import { cellName, cellRole, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { absent, type CellValue, sameValue } from '#core/quantity/cell-value.ts'
import type { Finding } from '#core/validation/finding.ts'
import { cellValue, columnLabel, columnOf, type FormModel, rowOf } from '../form/form-model.ts'

export interface ChangedCell {
  readonly row: FormRow
  readonly column: FormColumn
  /** undefined: the last edition did not have it. */
  readonly before: CellValue | undefined
  readonly after: CellValue
  readonly cell: FormCellView | undefined
}

export interface MovedEstimate {
  readonly row: FormRow
  readonly finding: Finding
  /** What is written beside the cell that the finding stands at; '' for nothing. */
  readonly note: string
  /** A computed row takes no explanation of its own: it follows from the rows that it is made of. */
  readonly isExplainable: boolean
}

export interface FormDifferences {
  readonly model: FormModel
  readonly changed: readonly ChangedCell[]
  /** Rows whose estimate moved beyond the form's threshold. */
  readonly moved: readonly MovedEstimate[]
  readonly warnings: readonly Finding[]
  /** Cells to fill that say something, and figures of earlier periods that are said anew beside them. */
  readonly filled: number
  readonly corrected: number
  /** How many of both need no word. */
  readonly rest: number
}

export function differencesOf(model: FormModel): FormDifferences {
  const places = model.rows.flatMap((row) =>
    model.columns
      .filter((column) => ['typed', 'base'].includes(cellRole(row, column)))
      .map((column) => ({ row, column })),
  )
  const known = places.filter(({ row, column }) => model.isSaid(nameOf(row, column)))
  const changed = changedCells(model, places)
  const findings = [...model.findings.values()].flat()
  const moved = findings.filter(({ code }) => code === 'finding.large-change')
  const warnings = findings.filter(({ code }) => code !== 'finding.large-change')
  const named = new Set([
    ...changed.map(({ row, column }) => nameOf(row, column)),
    ...[...moved, ...warnings].map((finding) => cellName(finding)),
  ])
  return {
    model,
    changed,
    moved: moved.flatMap((finding) => movedEstimate(model, finding) ?? []),
    warnings,
    filled: model.filled.size,
    corrected: known.filter(({ row, column }) => cellRole(row, column) === 'typed').length - model.filled.size,
    rest: known.filter(({ row, column }) => !named.has(nameOf(row, column))).length,
  }
}

function movedEstimate(model: FormModel, finding: Finding): MovedEstimate | undefined {
  const [row, column] = [rowOf(model, finding.row), columnOf(model, finding.column)]
  if (row === undefined) return undefined
  const isExplainable = column !== undefined && ['typed', 'base'].includes(cellRole(row, column))
  return { row, finding, note: model.cells.get(cellName(finding))?.note ?? '', isExplainable }
}

/** An explanation is asked for, and none was written. */
export function isUnexplained({ note, isExplainable }: MovedEstimate): boolean {
  return isExplainable && note === ''
}

/** Names the row of a moved estimate on the page, so that it can be led to. */
export const movedId = (model: FormModel, { row, finding }: MovedEstimate): string =>
  `moved-${model.form.formId}-${row.key}-${finding.column}`

const nameOf = (row: FormRow, column: FormColumn): string => cellName({ row: row.key, column: column.key })

function changedCells(
  model: FormModel,
  places: readonly { readonly row: FormRow; readonly column: FormColumn }[],
): readonly ChangedCell[] {
  const { previous } = model.form
  if (previous === null) return []
  const before = new Map(previous.map((cell) => [cellName(cell), cellValue(cell.value)]))
  return places.flatMap(({ row, column }) => {
    const name = nameOf(row, column)
    const [old, cell] = [before.get(name), model.isSaid(name) ? model.cells.get(name) : undefined]
    const now = cell === undefined ? absent : cellValue(cell.value)
    const isSame = old === undefined ? cell === undefined : cell !== undefined && sameValue(old, now)
    return isSame ? [] : [{ row, column, before: old, after: now, cell }]
  })
}

export interface MarkedCell {
  readonly formId: number
  readonly row: string
  readonly column: string
  readonly label: string
}

export const markKey = ({ formId, row, column }: Omit<MarkedCell, 'label'>): string => `${formId}/${row}.${column}`

export function markOf(model: FormModel, rowKey: string, columnKey: string): MarkedCell {
  const [row, column] = [rowOf(model, rowKey), columnOf(model, columnKey)]
  const label = `${row?.label ?? rowKey} · ${column === undefined ? columnKey : columnLabel(column)}`
  return { formId: model.form.formId, row: rowKey, column: columnKey, label }
}
