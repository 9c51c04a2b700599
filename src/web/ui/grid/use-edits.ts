import { useEffect, useRef, useState } from 'react'
import { withinDecimals } from '#core/form/cell-decimals.ts'
import { typedText } from '#core/form/clipboard.ts'
import type { EditHistory } from '#core/form/edit-history.ts'
import { emptyHistory, recorded, redone, undone } from '#core/form/edit-history.ts'
import type { GridPosition } from '#core/form/selection.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import { absent, sameValue } from '#core/quantity/cell-value.ts'
import { maxDecimals } from '#core/quantity/exact.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { parseCell } from '#core/quantity/vietnamese-number.ts'
import type { GridCell, GridEdit, GridProps } from './grid-model.ts'
import { cellKey, takesTyping } from './grid-model.ts'
import { useRefused } from './use-refused.ts'
import type { CellRows } from './use-selection.ts'

/** A value and the text that said it. */
interface Said {
  readonly value: CellValue
  readonly text: string
}

export interface Write extends GridPosition, Said {}

/** A base that shows what is known: nobody has said anything in it, and undoing leads back to that. */
const isUnstated = ({ kind, isStated }: GridCell): boolean => kind === 'base' && !isStated

const saidBy = (cell: GridCell): Said =>
  isUnstated(cell)
    ? { value: absent, text: '' }
    : { value: cell.value, text: cell.display === '' ? '' : typedText(cell.value) }

/** An emptied cell and a stated «…» are the same value and yet two things to say. */
const saysSame = (a: Said, b: Said): boolean => sameValue(a.value, b.value) && (a.text === '') === (b.text === '')

function changesOf(cells: CellRows, writes: readonly Write[]) {
  return writes.flatMap(({ row, column, value, text }) => {
    const cell = cells[row]?.[column]
    const after = { value, text }
    if (!cell || !takesTyping(cell) || saysSame(saidBy(cell), after)) return []
    if (isUnstated(cell) && sameValue(cell.value, value)) return []
    return [{ row, column, key: cellKey({ row, column }), before: saidBy(cell), after }]
  })
}

function read(cell: GridCell | undefined, text: string): ReturnType<typeof withinDecimals> {
  if (cell?.isText !== true || text === '') {
    return withinDecimals(parseCell(text), { text, decimals: cell?.decimals ?? maxDecimals })
  }
  return { ok: true, value: { kind: 'text', text: normalizeText(text) } }
}

/** Everything that changes cells: typing, blocks, undo and redo. What it writes is reported once, as one step. */
export function useEdits(cells: CellRows, { onCommit, onStatus }: Pick<GridProps, 'onCommit' | 'onStatus'>) {
  const { refused, refuse, release } = useRefused()
  const [history, setHistory] = useState<EditHistory<string, Said>>(emptyHistory)
  const positions = useRef(new Map<string, GridPosition>())

  const commit = (writes: readonly Write[], cause: GridEdit['cause']) => {
    const changes = changesOf(cells, writes)
    for (const { key, row, column } of changes) positions.current.set(key, { row, column })
    release(writes)
    const edits = changes.map(({ row, column, before, after }) => ({
      row,
      column,
      before: before.value,
      ...after,
      cause,
    }))
    if (edits.length > 0) onCommit(edits)
    return changes
  }
  const write = (writes: readonly Write[], cause: GridEdit['cause']) => {
    const step = commit(writes, cause).map(({ key, before, after }) => ({ key, before, after }))
    setHistory((old) => recorded(old, step))
  }
  /** One typed text. False when it was refused. */
  const type = (position: GridPosition, typed: string): boolean => {
    const text = typed.normalize('NFC').trim()
    const parsed = read(cells[position.row]?.[position.column], text)
    if (parsed.ok) write([{ ...position, text, value: parsed.value }], 'type')
    else refuse([{ ...position, text, refusal: parsed }])
    return parsed.ok
  }
  /** First cell written, and how many were passed over because somebody has changed them since. */
  const reverse = (which: 'undo' | 'redo'): { first: GridPosition | undefined; passedOver: number } => {
    const cellOf = (key: string) => {
      const position = positions.current.get(key)
      return position && cells[position.row]?.[position.column]
    }
    const holds = (key: string, said: Said) => {
      const cell = cellOf(key)
      return cell !== undefined && takesTyping(cell) && sameValue(saidBy(cell).value, said.value)
    }
    const result = (which === 'undo' ? undone : redone)(history, holds)
    const writes = (result?.changes ?? []).flatMap(({ key, after }) => {
      const position = positions.current.get(key)
      return position === undefined ? [] : [{ ...position, ...after }]
    })
    commit(writes, which)
    if (result !== undefined) setHistory(result.history)
    return { first: writes[0], passedOver: result?.passedOver.length ?? 0 }
  }

  const canUndo = history.done.length > 0
  const canRedo = history.undone.length > 0
  useEffect(() => onStatus?.({ canUndo, canRedo, refused: refused.size }), [canUndo, canRedo, refused.size, onStatus])

  return { refused, refuse, release, write, type, reverse }
}

export type Edits = ReturnType<typeof useEdits>
