/** A form in the words of the grid: lead columns, merged headings, and every cell with its value, state and findings. */
import { useCallback, useMemo } from 'react'
import { findingSentence } from '#contract/finding-sentences.ts'
import { decimalsOf } from '#core/form/cell-decimals.ts'
import { headerRows } from '#core/form/header.ts'
import { cellName, cellRole, type FormColumn, type FormRow } from '#core/form/layout.ts'
import type { GridPosition } from '#core/form/selection.ts'
import { parsePeriod } from '#core/period/period.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import { useIsCutOff } from '../../platform/freshness.ts'
import { scrollbarWidth } from '../../platform/scrollbar-width.ts'
import { type Language, useLanguage } from '../../platform/text/language.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import type { CellKind, GridCell, GridProps, SaveState } from '../../ui/grid/grid-model.ts'
import { displayOf } from '../form/cell-display.ts'
import { columnLabel, type FormModel } from '../form/form-model.ts'
import { amountRoom } from './amount-room.ts'
import type { EditState } from './edit-state.ts'
import type { FormEdits } from './use-form-edits.ts'

export function positionOf(model: FormModel, cell: string): GridPosition | undefined {
  const dot = cell.indexOf('.')
  const row = model.rows.findIndex(({ key }) => key === cell.slice(0, dot))
  const column = model.columns.findIndex(({ key }) => key === cell.slice(dot + 1))
  return row < 0 || column < 0 ? undefined : { row, column }
}

/** `width`: room for the whole grid; the name column takes what the others leave. */
export function useGridForm(
  edits: FormEdits,
  periodLabel: string,
  width: number | undefined,
): Omit<GridProps, 'onSelect' | 'onStatus'> {
  const { form, rows, columns } = edits.model
  const headings = useMemo(() => {
    const period = parsePeriod(periodLabel)
    return period === undefined ? [] : headerRows(columns, period)
  }, [columns, periodLabel])
  const ordinal = widthFor(
    rows.map((row) => row.ordinal),
    { least: 34, most: 56 },
  )
  const measure = widthFor(
    rows.map((row) => row.measure),
    { least: 66, most: 96 },
  )
  const rooms = useRooms(edits.model)
  const others = rooms.reduce((sum, room) => sum + room, ordinal + measure)
  const amounts = columns.filter(({ role }) => role !== 'ratio').length
  const room = (width ?? 0) - scrollbarWidth()
  const spare = Math.max(0, room - others - nameAtLeast)
  const each = Math.min(widestGift, Math.floor(spare / Math.max(1, amounts)))
  const shownColumns = useMemo(
    () =>
      columns.map((column, at) =>
        gridColumn(column, (rooms[at] ?? column.width) + (column.role === 'ratio' ? 0 : each)),
      ),
    [columns, rooms, each],
  )
  const shownRows = useMemo(() => rows.map(gridRow), [rows])
  const name = Math.max(190, Math.min(420, room - others - each * amounts))
  const leads = useLeads({ ordinal, name, measure })
  const cellAt = useCellAt(edits)
  const onCommit = useCommit(edits)
  return { label: form.title, leads, headings, columns: shownColumns, rows: shownRows, cellAt, onCommit }
}

const nameAtLeast = 212
/** What an amount gains at most from spare width, so that its mark stands clear of its digits. */
const widestGift = 12

function useLeads({ ordinal, name, measure }: Record<'ordinal' | 'name' | 'measure', number>): GridProps['leads'] {
  const text = useText().form
  return useMemo(
    () => [
      { key: 'ordinal', label: text.ordinal, letter: 'A', width: ordinal },
      { key: 'name', label: text.name, letter: 'B', width: name, isName: true },
      { key: 'measure', label: text.measure, letter: 'C', width: measure },
    ],
    [text, ordinal, name, measure],
  )
}

/** Wide enough for the longest text, «11.2» or «nghìn con», in small type. */
function widthFor(
  texts: readonly string[],
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const longest = texts.reduce((length, text) => Math.max(length, text.length), 0)
  return Math.min(most, Math.max(least, 12 + Math.ceil(longest * 7)))
}

/** Widths of the columns: as the form sets them, or what their longest amount takes. */
function useRooms(model: FormModel): readonly number[] {
  const text = useText()
  return useMemo(() => {
    const decimals = Math.max(
      0,
      ...model.columns.filter(isAmount).flatMap((it) => model.rows.map((row) => decimalsOf(row, it))),
    )
    return model.columns.map((column) => {
      if (!isAmount(column)) return column.width
      const shown = model.rows.map((row) => displayOf(model, text, { row, column }).shown)
      return Math.max(column.width, amountRoom({ shown, decimals, hasMarks: mayBeMarked(model, column) }))
    })
  }, [model, text])
}

/** A base has a mark only where it is stated otherwise. */
function mayBeMarked({ rows, isSaid }: FormModel, { key, role }: FormColumn): boolean {
  if (role !== 'base') return role !== 'reference'
  return rows.some((row) => isSaid(cellName({ row: row.key, column: key })))
}

const isAmount = ({ role }: FormColumn): boolean => role !== 'ratio'

function gridColumn({ key, number, role }: FormColumn, width: number): GridProps['columns'][number] {
  return {
    key,
    number,
    width,
    isEntry: role === 'entry',
    isRatio: role === 'ratio',
  }
}

function gridRow({ key, kind, level, ordinal, label, measure }: FormRow): GridProps['rows'][number] {
  return { key, kind, level, leads: [ordinal, label, measure] }
}

function useCellAt({ model, state }: FormEdits): GridProps['cellAt'] {
  const text = useText()
  const { language } = useLanguage()
  const isCutOff = useIsCutOff()
  return useCallback(
    (rowAt: number, columnAt: number): GridCell => {
      const [row, column] = [model.rows[rowAt], model.columns[columnAt]]
      if (!row || !column) return outside
      const name = cellName({ row: row.key, column: column.key })
      const { shown, reason } = displayOf(model, text, { row, column })
      const save = saveStateOf(state, name, isCutOff)
      const note = save.note ?? reason
      const finding = findingAt(model, { text, language }, name)
      return {
        kind: kindOf(row, column, model.form.canEnter),
        value: model.valueOf({ row: row.key, column: column.key }),
        display: shown,
        state: save.state,
        decimals: decimalsOf(row, column),
        title: `${row.label}, ${columnLabel(column)}, ${row.measure}`,
        isRevised: isRevised(model, row, column),
        isStated: column.role === 'base' && model.isSaid(name),
        ...(note === undefined ? {} : { note }),
        ...(finding === undefined ? {} : { finding }),
      }
    },
    [model, state, isCutOff, text, language],
  )
}

/** What the checks found comes before the mark of the last return. */
function findingAt(
  model: FormModel,
  { text, language }: { readonly text: Text; readonly language: Language },
  name: string,
): GridCell['finding'] {
  const found = model.findings.get(name) ?? []
  const finding = found.find(({ severity }) => severity === 'hard') ?? found[0]
  if (finding) {
    return { kind: finding.severity === 'hard' ? 'error' : 'warning', message: findingSentence(finding, language) }
  }
  const mark = model.marked.get(name)
  if (mark === undefined) return undefined
  return { kind: 'question', message: mark === '' ? text.entry.marked : `${text.entry.marked}: ${mark}` }
}

function useCommit({ model, state, store }: FormEdits): GridProps['onCommit'] {
  return useCallback(
    (changes) =>
      store.say(
        changes.map(({ row, column, value, text }) => {
          const name = cellName({ row: model.rows[row]?.key ?? '', column: model.columns[column]?.key ?? '' })
          const known = model.cells.get(name)
          const waiting = state.queue.find(({ cell }) => cell === name)
          const note = waiting?.value.note ?? known?.note ?? ''
          // An emptied cell says nothing any more; only «…» says that there is no figure yet.
          const said = { value: text === '' ? ({ kind: 'empty' } as const) : value, note }
          return { cell: name, said, seenRevision: known?.revision ?? 0 }
        }),
      ),
    [model, state.queue, store],
  )
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
  return (role === 'typed' || role === 'base') && !canEnter ? 'reference' : role
}

function saveStateOf(state: EditState, name: string, isCutOff: boolean): { state: SaveState; note?: string } {
  const edit = state.queue.find(({ cell }) => cell === name)
  if (!edit) return { state: state.justSaved.has(name) ? 'saved' : 'idle' }
  if (edit.halted?.kind === 'conflict') return { state: 'conflict' }
  if (edit.halted?.kind === 'refused') return { state: 'refused', note: String(edit.halted.details) }
  return { state: isCutOff ? 'waiting' : 'saving' }
}

/** A pre-filled figure of an earlier report that this report changes. */
function isRevised(model: FormModel, row: FormRow, column: FormColumn): boolean {
  if (column.role !== 'prefilled') return false
  const name = cellName({ row: row.key, column: column.key })
  const [mine, before] = [model.cells.get(name)?.value, model.references.get(name)?.value]
  const text = (value: CellValue | typeof mine): string => JSON.stringify(value)
  return mine !== undefined && mine.kind !== 'empty' && before !== undefined && text(mine) !== text(before)
}
