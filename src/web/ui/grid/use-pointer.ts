import { useRef } from 'react'
import type { GridPosition, GridSelection } from '#core/form/selection.ts'
import { extendTo, samePosition, selectCell } from '#core/form/selection.ts'

interface PointerInput {
  readonly selection: GridSelection
  readonly show: (selection: GridSelection, position?: GridPosition) => void
  /** Ends the typing in the cell left behind. */
  readonly finish: () => void
  readonly focus: () => void
  readonly edit: () => void
}

const positionAt = (target: EventTarget): GridPosition | undefined => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  const row = cell?.closest<HTMLElement>('[data-row]')
  if (cell === null || row === null || row === undefined) return undefined
  return { row: Number(row.dataset.row), column: Number(cell.dataset.column) }
}

/** A click chooses a cell, with Shift or by dragging a range, a double click edits. The input keeps the focus. */
export function usePointer({ selection, show, finish, focus, edit }: PointerInput) {
  const isDragging = useRef(false)

  const onMouseDown = (event: React.MouseEvent) => {
    const position = positionAt(event.target)
    if (position === undefined || event.button !== 0) return
    event.preventDefault()
    finish()
    show(event.shiftKey ? extendTo(selection, position) : selectCell(position), position)
    isDragging.current = true
    focus()
  }
  const onMouseMove = (event: React.MouseEvent) => {
    if (!isDragging.current) return
    isDragging.current = event.buttons === 1
    const position = positionAt(event.target)
    if (!isDragging.current || position === undefined || samePosition(position, selection.corner)) return
    show(extendTo(selection, position), position)
  }
  const onDoubleClick = (event: React.MouseEvent) => {
    if (positionAt(event.target) !== undefined) edit()
  }
  return { onMouseDown, onMouseMove, onDoubleClick }
}
