import { useRef } from 'react'
import { typedText } from '#core/form/clipboard.ts'
import type { GridShape } from '#core/form/navigation.ts'
import { advanced, moved, selectAll } from '#core/form/navigation.ts'
import type { GridPosition, GridSelection } from '#core/form/selection.ts'
import { extendTo, isSingleCell, positionsIn, rangeOf, selectCell } from '#core/form/selection.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import type { GridText } from '../../platform/text/grid-vi.ts'
import type { CellEditorHandle } from './cell-editor.tsx'
import { cellKey } from './grid-model.ts'
import type { GridCommand } from './keys.ts'
import type { Edits, Write } from './use-edits.ts'
import type { CellRows } from './use-selection.ts'

interface CommandInput {
  readonly shape: GridShape
  readonly cells: CellRows
  readonly selection: GridSelection
  readonly select: (selection: GridSelection) => void
  /** Selects, and scrolls to the position, or else to the active cell. */
  readonly show: (selection: GridSelection, position?: GridPosition) => void
  readonly edits: Edits
  readonly editor: React.RefObject<CellEditorHandle | null>
  readonly text: GridText
  readonly clear: () => void
  readonly say: (report: string | undefined) => void
  /** Told the cell whose text was refused, or that a text was taken. */
  readonly onType: (refusedKey: string | undefined) => void
}

const typableIn = (shape: GridShape, selection: GridSelection) =>
  positionsIn(rangeOf(selection), shape.isTitle).filter(shape.isTypable)

/** The first row of the range repeated below; for a single cell, the value above it. An empty source writes nothing. */
function filledDown({ shape, cells, selection }: CommandInput): readonly Write[] {
  const range = rangeOf(selection)
  const above = moved(shape, { row: range.top, column: range.left }, { kind: 'step', direction: 'up' })
  const source = isSingleCell(range) ? above.row : range.top
  return typableIn(shape, selection).flatMap((position) => {
    const cell = cells[source]?.[position.column]
    if (position.row <= source || cell === undefined || cell.display === '') return []
    return [{ ...position, value: cell.value, text: typedText(cell.value) }]
  })
}

/** What keys and buttons can ask for. */
export function useActions(input: CommandInput) {
  const { shape, selection, show, edits, editor, say } = input

  /** A blank alone says nothing and leaves the cell as it was; an emptied text empties it. */
  const finish = () => {
    const text = editor.current?.take()
    const isBlank = text?.trim() === '' && text !== ''
    if (text === undefined || isBlank) return
    input.onType(edits.type(selection.active, text) ? undefined : cellKey(selection.active))
  }
  const fillDown = () => {
    finish()
    edits.write(filledDown(input), 'fill')
  }
  const put = (value: CellValue) => {
    editor.current?.discard()
    const text = typedText(value)
    edits.write(
      typableIn(shape, selection).map((position) => ({ ...position, value, text })),
      'type',
    )
    editor.current?.focus()
  }
  const reverse = (which: 'undo' | 'redo') => {
    editor.current?.discard()
    const { first, passedOver } = edits.reverse(which)
    say(passedOver > 0 ? input.text.undoPassedOver(passedOver) : undefined)
    if (first !== undefined) show(selectCell({ row: first.row, column: first.column }))
  }
  /** True when there was something to take back: a text being typed, or a refused one. */
  const cancel = (): boolean => {
    const wasTyping = editor.current?.take() !== undefined
    const wasRefused = !wasTyping && edits.refused.has(cellKey(selection.active))
    if (wasRefused) edits.release([selection.active])
    say(undefined)
    return wasTyping || wasRefused
  }
  return { finish, fillDown, put, reverse, cancel }
}

export type Actions = ReturnType<typeof useActions>

/** Carries out the command of a key; false leaves the key to the browser. */
export function useCommands(input: CommandInput, actions: Actions): (command: GridCommand) => boolean {
  const { shape, selection, select, show } = input
  /** After Esc the next Tab leaves the grid. */
  const isReleased = useRef(false)

  const move = ({ motion, extend }: GridCommand & { kind: 'move' }) => {
    actions.finish()
    const to = moved(shape, extend ? selection.corner : selection.active, motion)
    show(extend ? extendTo(selection, to) : selectCell(to), to)
  }
  const advance = ({ advance: step }: GridCommand & { kind: 'advance' }, leaves: boolean): boolean => {
    actions.finish()
    const next = leaves && step.key === 'tab' ? undefined : advanced(shape, selection, step)
    if (next !== undefined) show(next)
    return next !== undefined
  }
  return (command) => {
    const leaves = isReleased.current
    isReleased.current = false
    switch (command.kind) {
      case 'move':
        move(command)
        return true
      case 'advance':
        return advance(command, leaves)
      case 'selectAll':
        select(selectAll(shape, selection))
        return true
      case 'clear':
        input.clear()
        return true
      case 'fillDown':
        actions.fillDown()
        return true
      case 'undo':
      case 'redo':
        actions.reverse(command.kind)
        return true
      case 'cancel':
        isReleased.current = !actions.cancel()
        return true
      case 'edit':
      case 'comma':
        return false
    }
  }
}
