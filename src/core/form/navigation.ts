/**
 * Where the active cell goes. Arrows visit every cell that can be looked at, computed and locked ones too, since people
 * ask there why a number is what it is; rows that only carry a heading are passed over. Enter and Tab visit only the
 * cells that are to be typed. At an edge an arrow stays; Tab past the last cell leaves the grid, so nobody is trapped.
 */
import type { GridPosition, GridRange, GridSelection } from './selection.ts'
import { isSingleCell, positionsIn, rangeOf, samePosition, selectCell } from './selection.ts'

export interface GridShape {
  readonly rows: number
  readonly columns: number
  /** A row that only carries a heading. */
  readonly isTitle: (row: number) => boolean
  readonly isTypable: (position: GridPosition) => boolean
  /** Shows something: decides where Ctrl with an arrow stops. */
  readonly isFilled: (position: GridPosition) => boolean
}

/** Enter or Tab, forwards or (with Shift) backwards. */
export interface Advance {
  readonly key: 'enter' | 'tab'
  readonly way: 1 | -1
}

export type Direction = 'up' | 'down' | 'left' | 'right'
export type Motion =
  | { readonly kind: 'step' | 'edge'; readonly direction: Direction }
  | { readonly kind: 'page'; readonly direction: Direction; readonly rows: number }
  | { readonly kind: 'rowStart' | 'rowEnd' | 'gridStart' | 'gridEnd' }

const deltas: Readonly<Record<Direction, GridPosition>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
}

/** First cell that can be typed; in a form without any, the first that can be looked at. Undefined in an empty grid. */
export function startOf(shape: GridShape): GridPosition | undefined {
  const all = positionsIn(wholeOf(shape), shape.isTitle)
  return all.find((position) => shape.isTypable(position)) ?? all[0]
}

/** Where the motion leads; the position itself when there is nothing further. */
export function moved(shape: GridShape, from: GridPosition, motion: Motion): GridPosition {
  switch (motion.kind) {
    case 'step':
      return stepped(shape, from, motion.direction) ?? from
    case 'edge':
      return edgeFrom(shape, from, motion.direction)
    case 'page':
      return repeatedly(motion.rows, from, (position) => stepped(shape, position, motion.direction))
    case 'rowStart':
      return { row: from.row, column: 0 }
    case 'rowEnd':
      return { row: from.row, column: shape.columns - 1 }
    case 'gridStart':
      return positionsIn(wholeOf(shape), shape.isTitle)[0] ?? from
    case 'gridEnd':
      return positionsIn(wholeOf(shape), shape.isTitle).at(-1) ?? from
  }
}

/**
 * Enter and Tab, backwards with Shift. In a range of several cells they go round inside it. Otherwise Enter goes down its
 * column (after a run of Tab: the column where the run began) and stays at the end; Tab goes on to the following rows.
 * Undefined: Tab has passed the last cell (or the first, backwards) and leaves the grid.
 */
export function advanced(shape: GridShape, selection: GridSelection, advance: Advance): GridSelection | undefined {
  if (!isSingleCell(rangeOf(selection))) return advancedWithin(shape, selection, advance)
  const typable = (order: readonly GridPosition[], from: GridPosition) =>
    nextAlong(order, from, advance.way).find((position) => shape.isTypable(position))
  const { active } = selection
  if (advance.key === 'tab') {
    const next = typable(positionsIn(wholeOf(shape), shape.isTitle), active)
    return next && { ...selectCell(next), runColumn: selection.runColumn ?? active.column }
  }
  const column = selection.runColumn ?? active.column
  const next = typable(columnOf(shape, column), { row: active.row, column })
  return selectCell(next ?? active)
}

/** The range stays; only the active cell goes round in it, by columns for Enter and by rows for Tab. */
function advancedWithin(shape: GridShape, selection: GridSelection, { key, way }: Advance): GridSelection {
  const rows = positionsIn(rangeOf(selection), shape.isTitle)
  const order = key === 'tab' ? rows : rows.toSorted((a, b) => a.column - b.column || a.row - b.row)
  const around = [...nextAlong(order, selection.active, way), ...(way === 1 ? order : order.toReversed())]
  return { ...selection, active: around.find((position) => shape.isTypable(position)) ?? selection.active }
}

/** The whole grid, Ctrl+A. The active cell stays. */
export function selectAll(shape: GridShape, selection: GridSelection): GridSelection {
  const { top, left, bottom, right } = wholeOf(shape)
  return { ...selection, anchor: { row: top, column: left }, corner: { row: bottom, column: right } }
}

/** What comes after the position in that order; before it, backwards. Everything when it is not there. */
function nextAlong(order: readonly GridPosition[], from: GridPosition, way: 1 | -1): readonly GridPosition[] {
  const at = order.findIndex((position) => samePosition(position, from))
  return way === 1 ? order.slice(at + 1) : order.slice(0, Math.max(at, 0)).toReversed()
}

function stepped(shape: GridShape, from: GridPosition, direction: Direction): GridPosition | undefined {
  const delta = deltas[direction]
  let { row, column } = from
  do {
    row += delta.row
    column += delta.column
  } while (row >= 0 && row < shape.rows && shape.isTitle(row))
  return row >= 0 && row < shape.rows && column >= 0 && column < shape.columns ? { row, column } : undefined
}

/** To the end of the filled cells that begin beside this one, else to the next filled cell, else to the last cell. */
function edgeFrom(shape: GridShape, from: GridPosition, direction: Direction): GridPosition {
  const first = stepped(shape, from, direction)
  if (first === undefined) return from
  const runs = shape.isFilled(from) && shape.isFilled(first)
  let position = first
  for (;;) {
    if (!runs && shape.isFilled(position)) return position
    const next = stepped(shape, position, direction)
    if (next === undefined || (runs && !shape.isFilled(next))) return position
    position = next
  }
}

function repeatedly(times: number, from: GridPosition, step: (position: GridPosition) => GridPosition | undefined) {
  let position = from
  for (let count = 0; count < times; count++) position = step(position) ?? position
  return position
}

const wholeOf = (shape: GridShape): GridRange => ({
  top: 0,
  left: 0,
  bottom: shape.rows - 1,
  right: shape.columns - 1,
})

const columnOf = (shape: GridShape, column: number): readonly GridPosition[] =>
  positionsIn({ ...wholeOf(shape), left: column, right: column }, shape.isTitle)
