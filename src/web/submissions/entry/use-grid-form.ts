/** A form in the words of the grid: lead columns, merged headings, and every cell with its value, state and findings. */
import { useCallback, useMemo } from 'react'
import type { SubmissionView } from '#contract/submissions.ts'
import { headerRows } from '#core/form/header.ts'
import { cellName, cellRole, type FormColumn, type FormRow } from '#core/form/layout.ts'
import type { GridPosition } from '#core/form/selection.ts'
import { parsePeriod } from '#core/period/period.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import { useLostSince } from '../../platform/connection.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { CellKind, GridCell, GridEdit, GridProps, SaveState } from '../../ui/grid/grid-model.ts'
import { decimalsOf, displayOf } from '../form/cell-display.ts'
import { findingSentence } from '../form/finding-words.ts'
import { columnLabel, type FormModel } from '../form/form-model.ts'
import type { EditState } from './edit-store.ts'
import type { FormEdits } from './use-form-edits.ts'

export function positionOf(model: FormModel, cell: string): GridPosition | undefined {
  const dot = cell.indexOf('.')
  const row = model.rows.findIndex(({ key }) => key === cell.slice(0, dot))
  const column = model.columns.findIndex(({ key }) => key === cell.slice(dot + 1))
  return row < 0 || column < 0 ? undefined : { row, column }
}

export function useGridForm(edits: FormEdits, submission: SubmissionView): Omit<GridProps, 'onSelect' | 'onStatus'> {
  const text = useText()
  const { model, state, store } = edits
  const { form, rows, columns } = model
  const isOffline = useLostSince() !== null
  const shape = useMemo(() => {
    const period = parsePeriod(submission.period.label)
    return {
      leads: [
        { key: 'ordinal', label: text.form.ordinal, letter: 'A', width: 34 },
        { key: 'name', label: text.form.name, letter: 'B', width: 212, isName: true },
        { key: 'measure', label: text.form.measure, letter: 'C', width: 66 },
      ],
      headings: period === undefined ? [] : headerRows(columns, period),
      columns: columns.map(({ key, number, width, role }) => ({
        key,
        number,
        width,
        isEntry: role === 'entry',
        isRatio: role === 'ratio',
      })),
      rows: rows.map(({ key, kind, level, ordinal, label, measure }) => ({
        key,
        kind,
        level,
        leads: [ordinal, label, measure],
      })),
    }
  }, [rows, columns, submission.period.label, text])
  const cellAt = useCallback(
    (rowAt: number, columnAt: number): GridCell => {
      const [row, column] = [rows[rowAt], columns[columnAt]]
      if (!row || !column) return outside
      const name = cellName({ row: row.key, column: column.key })
      const { shown, reason } = displayOf(model, text, { row, column })
      const finding = model.findings.get(name)?.[0]
      const save = saveStateOf(state, name, isOffline)
      const note = save.note ?? model.marked.get(name) ?? (reason || undefined)
      return {
        kind: kindOf(row, column, form.canEnter),
        value: model.valueOf({ row: row.key, column: column.key }),
        display: shown,
        state: save.state,
        decimals: decimalsOf(row, column),
        title: `${row.label}, ${columnLabel(column)}, ${row.measure}`,
        isRevised: isRevised(model, row, column),
        ...(note === undefined ? {} : { note }),
        ...(finding ? { finding: { kind: 'warning', message: findingSentence(model, text, finding) } } : {}),
        ...(model.marked.has(name) && !finding
          ? { finding: { kind: 'question', message: `${text.entry.marked}. ${model.marked.get(name) ?? ''}` } }
          : {}),
      }
    },
    [model, state, isOffline, rows, columns, form.canEnter, text],
  )
  const onCommit = useCallback(
    (changes: readonly GridEdit[]) =>
      store.say(
        changes.flatMap(({ row, column, value }) => {
          const at = { row: rows[row]?.key ?? '', column: columns[column]?.key ?? '' }
          const known = model.cells.get(cellName(at))
          const waiting = state.queue.find(({ cell }) => cell === cellName(at))
          const note = waiting?.value.note ?? known?.note ?? ''
          return [{ cell: cellName(at), said: { value, note }, seenRevision: known?.revision ?? 0 }]
        }),
      ),
    [store, rows, columns, model.cells, state.queue],
  )
  return { label: form.title, ...shape, cellAt, onCommit }
}

const outside: GridCell = {
  kind: 'none',
  value: { kind: 'absent' },
  display: '',
  state: 'idle',
  decimals: 0,
  title: '',
}

function kindOf(row: FormRow, column: FormColumn, canEnter: boolean): CellKind {
  const role = cellRole(row, column)
  return role === 'typed' && !canEnter ? 'reference' : role
}

function saveStateOf(state: EditState, name: string, isOffline: boolean): { state: SaveState; note?: string } {
  const edit = state.queue.find(({ cell }) => cell === name)
  if (!edit) return { state: state.justSaved.has(name) ? 'saved' : 'idle' }
  if (edit.halted?.kind === 'conflict') return { state: 'conflict' }
  if (edit.halted?.kind === 'refused') return { state: 'refused', note: String(edit.halted.details) }
  return { state: isOffline ? 'waiting' : 'saving' }
}

/** A pre-filled figure of an earlier report that this report changes. */
function isRevised(model: FormModel, row: FormRow, column: FormColumn): boolean {
  if (column.role !== 'prefilled') return false
  const name = cellName({ row: row.key, column: column.key })
  const [mine, before] = [model.cells.get(name)?.value, model.references.get(name)?.value]
  const text = (value: CellValue | typeof mine): string => JSON.stringify(value)
  return mine !== undefined && before !== undefined && text(mine) !== text(before)
}
