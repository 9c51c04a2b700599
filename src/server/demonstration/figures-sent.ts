/** The figures of one sending, as the program itself would report them: typed cells and computed amounts. */
import { evaluateForm } from '#core/form/evaluate.ts'
import { cellName, cellRole } from '#core/form/layout.ts'
import { restsOn } from '#core/form/rests-on.ts'
import { absent } from '#core/quantity/cell-value.ts'
import { cellValueOf, type NewValue } from '../figures/index.ts'
import { computedValue, type PastCell } from '../submissions/index.ts'
import type { Month } from './levels.ts'
import { columnsOf, type Form, keyOf, type Places } from './sheets.ts'
import type { Memory } from './told.ts'

export interface Sending {
  readonly places: Places
  readonly memory: Memory
  readonly agencyId: number
  /** Area of the sheet. */
  readonly areaId: number
  readonly month: Month
  /** What each cell says at the sending. */
  readonly cells: readonly PastCell[]
}

export function figuresSent(form: Form, it: Sending): readonly NewValue[] {
  const columns = columnsOf(form, it.month).filter((column) => column.role === 'entry' || column.role === 'prefilled')
  const typed = new Map(it.cells.filter((cell) => cell.formId === form.id).map((cell) => [cellName(cell), cell]))
  const placed = form.layout.rows.flatMap((row) =>
    columns.flatMap((column) => {
      const key = keyOf({ row, column, month: it.month, areaId: it.areaId }, it.places)
      return key ? [{ row, column, key, name: cellName({ row: row.key, column: column.key }) }] : []
    }),
  )
  const shown = new Map(
    placed
      .filter(({ column, name }) => column.role === 'prefilled' && !typed.has(name))
      .map(({ key, name }) => [name, it.memory.recall(key, it.agencyId)]),
  )
  const outcomes = evaluateForm({
    rows: form.layout.rows,
    columns,
    valueOf: (address) => {
      const cell = typed.get(cellName(address))
      return cell ? cellValueOf(cell) : (shown.get(cellName(address)) ?? absent)
    },
  })
  const rows = new Map(form.layout.rows.map((row) => [row.key, row]))
  return placed.flatMap(({ row, column, key, name }): NewValue[] => {
    const place = {
      ...key,
      actingAgencyId: it.agencyId,
      formVersionId: form.id,
      rowKey: row.key,
      columnKey: column.key,
    }
    if (cellRole(row, column) === 'typed') {
      const cell = typed.get(name)
      return cell ? [{ ...place, ...said(cell) }] : []
    }
    const isTyped = (other: string) => typed.has(cellName({ row: other, column: column.key }))
    if (column.role === 'prefilled' && !restsOn(rows, row, isTyped)) return []
    return [{ ...place, ...computedValue(outcomes.get(name)) }]
  })
}

function said(cell: PastCell) {
  const { kind, value, note, enteredBy, enteredAt } = cell
  return { kind, value, note, enteredBy, enteredAt, cellRevision: cell.revision }
}
