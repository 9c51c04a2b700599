/**
 * What is selected in a grid: a rectangle between two corners, and inside it the one active cell. Positions count rows
 * from the top and value columns from the left; headings and the columns that name a row are not positions.
 */
export interface GridPosition {
  readonly row: number
  readonly column: number
}

export interface GridSelection {
  /** Takes what is typed. Lies inside the range; Enter and Tab move it there. */
  readonly active: GridPosition
  /** Where the range began. */
  readonly anchor: GridPosition
  /** The opposite corner, which Shift with an arrow and dragging move. */
  readonly corner: GridPosition
  /** Column where a run of Tab moves began: Enter goes back to it, one row down. */
  readonly runColumn?: number
}

/** All bounds are inside the range. */
export interface GridRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const selectCell = (position: GridPosition): GridSelection => ({
  active: position,
  anchor: position,
  corner: position,
})

/** The active cell stays where the range began; the other corner goes to the position. */
export const extendTo = (selection: GridSelection, corner: GridPosition): GridSelection => ({
  active: selection.anchor,
  anchor: selection.anchor,
  corner,
})

export const samePosition = (a: GridPosition, b: GridPosition): boolean => a.row === b.row && a.column === b.column

export function rangeOf({ anchor, corner }: GridSelection): GridRange {
  return {
    top: Math.min(anchor.row, corner.row),
    left: Math.min(anchor.column, corner.column),
    bottom: Math.max(anchor.row, corner.row),
    right: Math.max(anchor.column, corner.column),
  }
}

export const isSingleCell = (range: GridRange): boolean => range.top === range.bottom && range.left === range.right

/** Row by row, left to right; the rows that `skips` names are left out. */
export function positionsIn(range: GridRange, skips: (row: number) => boolean = () => false): readonly GridPosition[] {
  const positions: GridPosition[] = []
  for (let row = range.top; row <= range.bottom; row++) {
    if (skips(row)) continue
    for (let column = range.left; column <= range.right; column++) positions.push({ row, column })
  }
  return positions
}
