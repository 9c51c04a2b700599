import { useCallback, useEffect, useRef, useState } from 'react'
import { typedText } from '#core/form/clipboard.ts'
import type { EditHistory, HistoryStep } from '#core/form/edit-history.ts'
import { emptyHistory, recorded, redone, undone } from '#core/form/edit-history.ts'
import type { GridPosition } from '#core/form/selection.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import { sameValue } from '#core/quantity/cell-value.ts'
import { normalizeText } from '#core/quantity/text.ts'
import type { NumberRefusal } from '#core/quantity/vietnamese-number.ts'
import { parseCell } from '#core/quantity/vietnamese-number.ts'
import type { GridCell, GridEdit, GridProps } from './grid-model.ts'
import { cellKey } from './grid-model.ts'
import type { CellRows } from './use-selection.ts'

/** A value and the text that said it. */
export interface Said {
  readonly value: CellValue
  readonly text: string
}

export interface RefusedText extends GridPosition {
  readonly text: string
  readonly refusal: NumberRefusal
}

export interface Write extends GridPosition, Said {}

/** Texts that could not be taken, by cell. They stay where they were typed and are never sent. */
export type RefusedTexts = ReadonlyMap<string, RefusedText>

const saidBy = (cell: GridCell): Said => ({
  value: cell.value,
  text: cell.display === '' ? '' : typedText(cell.value),
})

const withChanges = (old: RefusedTexts, gone: readonly GridPosition[], added: readonly RefusedText[]): RefusedTexts => {
  if (added.length === 0 && !gone.some((position) => old.has(cellKey(position)))) return old
  const next = new Map(old)
  for (const position of gone) next.delete(cellKey(position))
  for (const refused of added) next.set(cellKey(refused), refused)
  return next
}

/** Everything that changes cells: typing, blocks, undo and redo. What it writes is reported once, as one step. */
export function useEdits(cells: CellRows, { onCommit, onStatus }: Pick<GridProps, 'onCommit' | 'onStatus'>) {
  const [refused, setRefused] = useState<RefusedTexts>(new Map())
  const [history, setHistory] = useState<EditHistory<string, Said>>(emptyHistory)
  const positions = useRef(new Map<string, GridPosition>())

  const refuse = useCallback((added: readonly RefusedText[]) => setRefused((old) => withChanges(old, [], added)), [])
  const release = useCallback((gone: readonly GridPosition[]) => setRefused((old) => withChanges(old, gone, [])), [])

  const commit = (writes: readonly Write[], cause: GridEdit['cause']): HistoryStep<string, Said> => {
    const edits: GridEdit[] = []
    const step: { key: string; before: Said; after: Said }[] = []
    for (const { row, column, value, text } of writes) {
      const cell = cells[row]?.[column]
      if (cell?.kind !== 'typed') continue
      const before = saidBy(cell)
      if (sameValue(before.value, value) && (before.text === '') === (text === '')) continue
      const key = cellKey({ row, column })
      positions.current.set(key, { row, column })
      edits.push({ row, column, value, before: before.value, text, cause })
      step.push({ key, before, after: { value, text } })
    }
    release(writes)
    if (edits.length > 0) onCommit(edits)
    return step
  }
  const write = (writes: readonly Write[], cause: GridEdit['cause']) => {
    const step = commit(writes, cause)
    setHistory((old) => recorded(old, step))
  }

  /** One typed text. False when it was refused. */
  const type = (position: GridPosition, typed: string): boolean => {
    const text = typed.normalize('NFC').trim()
    const cell = cells[position.row]?.[position.column]
    if (cell?.isText === true && text !== '') {
      write([{ ...position, text, value: { kind: 'text', text: normalizeText(text) } }], 'type')
      return true
    }
    const parsed = parseCell(text)
    if (parsed.ok) write([{ ...position, text, value: parsed.value }], 'type')
    else refuse([{ ...position, text, refusal: parsed }])
    return parsed.ok
  }

  /** Count of cells passed over because somebody has changed them since; undefined when there was nothing to do. */
  const reverse = (which: 'undo' | 'redo'): { first: GridPosition | undefined; passedOver: number } | undefined => {
    const holds = (key: string, said: Said) => {
      const position = positions.current.get(key)
      const cell = position && cells[position.row]?.[position.column]
      return cell?.kind === 'typed' && sameValue(cell.value, said.value)
    }
    const result = (which === 'undo' ? undone : redone)(history, holds)
    if (result === undefined) return undefined
    const writes = result.changes.flatMap(({ key, after }) => {
      const position = positions.current.get(key)
      return position === undefined ? [] : [{ ...position, ...after }]
    })
    commit(writes, which)
    setHistory(result.history)
    return { first: writes[0], passedOver: result.passedOver.length }
  }

  const canUndo = history.done.length > 0
  const canRedo = history.undone.length > 0
  useEffect(() => onStatus?.({ canUndo, canRedo, refused: refused.size }), [canUndo, canRedo, refused.size, onStatus])

  return { refused, refuse, release, write, type, reverse }
}

export type Edits = ReturnType<typeof useEdits>
