/**
 * One cell of the table takes the focus; arrows, Home and End move it over the cells that are shown, Enter or a click
 * asks for the explanation. Works on the drawn table, so hidden columns and rows left out need no second account.
 */
import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react'

export interface CellPlace {
  readonly row: string
  readonly column: string
}

interface CellFocus {
  readonly ref: RefObject<HTMLTableElement | null>
  /** The one cell that Tab leads to. */
  readonly active: CellPlace
  onKeyDown(event: KeyboardEvent): void
  onFocus(event: FocusEvent): void
  onClick(event: MouseEvent): void
}

interface CellFocusOptions {
  /** Takes the focus until another cell has it, and again when that one is no longer shown. */
  readonly first: CellPlace
  isShown(row: string): boolean
  open(cell: CellPlace): void
}

export function useCellFocus({ first, isShown, open }: CellFocusOptions): CellFocus {
  const ref = useRef<HTMLTableElement>(null)
  const [moved, setMoved] = useState<CellPlace | null>(null)
  return {
    ref,
    active: moved && isShown(moved.row) ? moved : first,
    onFocus: ({ target }) => {
      const place = placeOf(target)
      if (place) setMoved(place)
    },
    onClick: ({ target }) => {
      const place = placeOf(target)
      if (place) open(place)
    },
    onKeyDown: (event) => {
      const place = placeOf(event.target)
      if (!place || !ref.current || event.altKey || event.metaKey) return
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        open(place)
        return
      }
      const next = neighbour(linesOf(ref.current), place, event.ctrlKey ? `Ctrl+${event.key}` : event.key)
      if (!next) return
      event.preventDefault()
      next.focus()
    },
  }
}

/** Focuses the cell of an explanation that was closed. */
export function focusCell({ row, column }: CellPlace): void {
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"][data-column="${CSS.escape(column)}"]`)?.focus()
}

function placeOf(target: EventTarget): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null
  const { row, column } = cell?.dataset ?? {}
  return row === undefined || column === undefined ? undefined : { row, column }
}

type Line = readonly HTMLElement[]

function linesOf(table: HTMLTableElement): readonly Line[] {
  return [...table.rows]
    .map((line) => [...line.querySelectorAll<HTMLElement>('td[data-row]')].filter((cell) => cell.offsetParent !== null))
    .filter((cells) => cells.length > 0)
}

function neighbour(lines: readonly Line[], { row, column }: CellPlace, key: string): HTMLElement | undefined {
  const at = lines.findIndex((line) => line[0]?.dataset.row === row)
  const line = lines[at] ?? []
  const within = line.findIndex((cell) => cell.dataset.column === column)
  switch (key) {
    case 'ArrowUp':
      return at > 0 ? lines[at - 1]?.[within] : undefined
    case 'ArrowDown':
      return lines[at + 1]?.[within]
    case 'ArrowLeft':
      return within > 0 ? line[within - 1] : undefined
    case 'ArrowRight':
      return line[within + 1]
    case 'Home':
      return line[0]
    case 'End':
      return line.at(-1)
    case 'Ctrl+Home':
      return lines[0]?.[0]
    case 'Ctrl+End':
      return lines.at(-1)?.at(-1)
    default:
      return undefined
  }
}
