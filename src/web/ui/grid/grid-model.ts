/**
 * What a grid shows and what it reports. It knows rows, columns, values and their state, no word of the domain: names,
 * measures and messages come in as text. Positions count rows from the top and value columns from the left.
 */
import type { GridPosition, GridSelection } from '#core/form/selection.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'

/** One of the columns on the left that name a row and stay in sight. */
export interface LeadColumn {
  readonly key: string
  readonly label: string
  /** Printed below the label, e.g. `A`. */
  readonly letter: string
  readonly width: number
  /** The column whose text is the name of the row; exactly one. */
  readonly isName?: boolean
}

export interface GridColumn {
  readonly key: string
  /** Printed column number, e.g. `3` or `3/2`. */
  readonly number: string
  readonly width: number
  /** To be filled now: its heading is filled with colour. */
  readonly isEntry: boolean
  /** Small and dim: a share or an index computed from other columns. */
  readonly isRatio?: boolean
}

/** A heading over the value columns, at the level where it starts. */
export interface GridHeading {
  readonly label: string
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly isEntry: boolean
  readonly isLocked?: boolean
}

export interface GridRow {
  readonly key: string
  readonly kind: 'title' | 'item' | 'total' | 'ofWhich'
  readonly level: number
  /** One text per lead column. */
  readonly leads: readonly string[]
}

/** base: says something already and can be typed over, but nobody is led there by Enter or Tab, and no pasted block. */
export type CellKind = 'typed' | 'base' | 'computed' | 'reference' | 'locked' | 'none'
export type SaveState = 'idle' | 'saving' | 'saved' | 'waiting' | 'refused' | 'conflict'

export interface CellFinding {
  readonly kind: 'error' | 'warning' | 'question'
  readonly message: string
}

export interface GridCell {
  readonly kind: CellKind
  readonly value: CellValue
  /** As it is read: `1.234,5` or a sign. '' for a cell that nobody has entered yet. */
  readonly display: string
  readonly state: SaveState
  /** Takes words instead of a number. */
  readonly isText?: boolean
  readonly finding?: CellFinding
  readonly isRevised?: boolean
  /** A base that is stated otherwise than it is known. */
  readonly isStated?: boolean
  readonly isAdjusted?: boolean
  /** A ratio beyond the threshold of the form. */
  readonly isNotable?: boolean
  readonly decimals: number
  /** Full spoken name: row, column, measure. */
  readonly title: string
  /** Why it is locked, what refused it, where it comes from; shown on hovering and read with the cell. */
  readonly note?: string
}

export interface GridEdit extends GridPosition {
  readonly value: CellValue
  readonly before: CellValue
  /** As typed: '' tells an emptied cell from a typed «…», which are the same value. */
  readonly text: string
  readonly cause: 'type' | 'paste' | 'fill' | 'clear' | 'undo' | 'redo'
}

/** For buttons outside the grid. */
export interface GridHandle {
  readonly undo: () => void
  readonly redo: () => void
  readonly fillDown: () => void
  /** Puts one statement into every cell of the selection that can be typed. */
  readonly put: (value: CellValue) => void
  readonly select: (position: GridPosition) => void
  readonly focus: () => void
}

export interface GridStatus {
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Cells that hold a text which could not be taken. */
  readonly refused: number
}

export interface GridProps {
  readonly label: string
  readonly leads: readonly LeadColumn[]
  readonly headings: readonly (readonly GridHeading[])[]
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  /** Called for every cell that is not in a title row; to be kept the same function while nothing changes. */
  readonly cellAt: (row: number, column: number) => GridCell
  readonly onCommit: (edits: readonly GridEdit[]) => void
  readonly onSelect?: (selection: GridSelection) => void
  readonly onStatus?: (status: GridStatus) => void
  /** Content beside the active cell, e.g. the choice between two values; undefined for none. */
  readonly besideCell?: (position: GridPosition) => React.ReactNode
  readonly ref?: React.Ref<GridHandle>
}

export const takesTyping = (cell: GridCell | undefined): boolean => cell?.kind === 'typed' || cell?.kind === 'base'

export const cellKey = ({ row, column }: GridPosition): string => `${row}:${column}`
