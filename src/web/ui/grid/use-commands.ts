import { useRef } from 'react'
import { typedText } from '#core/form/clipboard.ts'
import type { GridShape } from '#core/form/navigation.ts'
import { advanced, moved, selectAll } from '#core/form/navigation.ts'
import type { GridSelection } from '#core/form/selection.ts'
import { extendTo, isSingleCell, positionsIn, rangeOf, selectCell } from '#core/form/selection.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import type { CellEditorHandle } from './cell-editor.tsx'
import { cellKey } from './grid-model.ts'
import type { GridCommand } from './keys.ts'
import type { Edits } from './use-edits.ts'
import type { CellRows } from './use-selection.ts'
import { vi } from './vi.ts'

interface CommandInput {
  readonly shape: GridShape
  readonly cells: CellRows
  readonly selection: GridSelection
  readonly select: (selection: GridSelection) => void
  readonly edits: Edits
  readonly editor: React.RefObject<CellEditorHandle | null>
  readonly clear: () => void
  readonly say: (report: string | undefined) => void
  /** Told the cell whose text was refused, or that a text was taken. */
  readonly onType: (refusedKey: string | undefined) => void
}

/** Carries out what keys and buttons ask for. */
export function useCommands(input: CommandInput) {
  const { shape, cells, selection, select, edits, editor, clear, say } = input
  /** After Esc the next Tab leaves the grid. */
  const isReleased = useRef(false)

  const finish = () => {
    const text = editor.current?.take()
    if (text === undefined) return
    input.onType(edits.type(selection.active, text) ? undefined : cellKey(selection.active))
  }
  const typable = () => positionsIn(rangeOf(selection), shape.isTitle).filter(shape.isTypable)

  const fillDown = () => {
    const range = rangeOf(selection)
    const above = moved(shape, { row: range.top, column: range.left }, { kind: 'step', direction: 'up' })
    const source = isSingleCell(range) ? above.row : range.top
    const targets = typable().filter(({ row }) => row > source)
    const writes = targets.flatMap((position) => {
      const cell = cells[source]?.[position.column]
      return cell === undefined || cell.display === ''
        ? []
        : [{ ...position, value: cell.value, text: typedText(cell.value) }]
    })
    edits.write(writes, 'fill')
  }
  const state = (value: CellValue) => {
    editor.current?.discard()
    edits.write(
      typable().map((position) => ({ ...position, value, text: typedText(value) })),
      'type',
    )
    editor.current?.focus()
  }
  const reverse = (which: 'undo' | 'redo') => {
    editor.current?.discard()
    const result = edits.reverse(which)
    say(result !== undefined && result.passedOver > 0 ? vi.undoPassedOver(result.passedOver) : undefined)
    if (result?.first !== undefined) select(selectCell({ row: result.first.row, column: result.first.column }))
  }
  const cancel = () => {
    const wasTyping = editor.current?.take() !== undefined
    const isRefused = edits.refused.has(cellKey(selection.active))
    if (!wasTyping && isRefused) edits.release([selection.active])
    if (!wasTyping && !isRefused) isReleased.current = true
    say(undefined)
  }

  const run = (command: GridCommand): boolean => {
    const leaves = isReleased.current
    isReleased.current = false
    switch (command.kind) {
      case 'move': {
        finish()
        const { motion, extend } = command
        const to = moved(shape, extend ? selection.corner : selection.active, motion)
        select(extend ? extendTo(selection, to) : selectCell(to))
        return true
      }
      case 'advance': {
        finish()
        const next = leaves && command.advance.key === 'tab' ? undefined : advanced(shape, selection, command.advance)
        if (next !== undefined) select(next)
        return next !== undefined
      }
      case 'selectAll':
        select(selectAll(shape, selection))
        return true
      case 'clear':
        clear()
        return true
      case 'fillDown':
        fillDown()
        return true
      case 'undo':
      case 'redo':
        reverse(command.kind)
        return true
      case 'cancel':
        cancel()
        return true
      case 'edit':
      case 'comma':
        return false
    }
  }
  return { run, finish, fillDown, state, reverse }
}
