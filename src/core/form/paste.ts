/**
 * Where a pasted block lands and what its cells say. Cells land by position, as in a spreadsheet; a block is repeated to
 * fill a range that is a multiple of it. A block from a sheet with the same headings has empty rows where the headings are;
 * one that has numbers there comes from a sheet without headings, and then headings are passed over. An empty cell leaves
 * its target as it is. Only cells that land where numbers are typed take part in deciding how the block writes numbers:
 * «1.1» in a column of ordinals must not.
 */
import { exact, maxDecimals, roundTo, toText } from '../quantity/exact.ts'
import { readPastedNumbers } from '../quantity/paste-number.ts'
import { normalizeText } from '../quantity/text.ts'
import type { ParsedCell } from '../quantity/vietnamese-number.ts'
import { parseCell, withinDigits } from '../quantity/vietnamese-number.ts'
import type { PasteBlock, PastedCell } from './clipboard.ts'
import type { GridPosition, GridRange } from './selection.ts'

export interface PasteTarget {
  readonly rows: number
  readonly columns: number
  readonly isTitle: (row: number) => boolean
  readonly takes: (position: GridPosition) => 'number' | 'text' | 'no'
  /** Decimals that the cell shows. */
  readonly decimals: (position: GridPosition) => number
}

export interface PastedEntry {
  readonly position: GridPosition
  readonly text: string
  readonly parsed: ParsedCell
  /** The number had more decimals than were shown or asked for. */
  readonly isRounded: boolean
}

export interface PastePlan {
  /** The two are the same list unless `isAmbiguous`. */
  readonly vi: readonly PastedEntry[]
  readonly en: readonly PastedEntry[]
  /** Indexes into both lists of the cells which the two readings take differently; empty unless `isAmbiguous`. */
  readonly differing: readonly number[]
  readonly isAmbiguous: boolean
  /** Cells with something in them that landed where nothing is typed, or beyond the grid. */
  readonly notTaken: readonly GridPosition[]
  readonly beyond: number
  readonly range: GridRange
}

interface Landing {
  readonly position: GridPosition
  readonly cell: PastedCell
}

export function planPaste(block: PasteBlock, over: GridRange, target: PasteTarget): PastePlan {
  const rows = rowsFor(block, over, target)
  const width = widthOf(block)
  const isMultiple = (over.right - over.left + 1) % width === 0
  const range = {
    ...over,
    bottom: rows.at(-1) ?? over.bottom,
    right: isMultiple ? over.right : over.left + width - 1,
  }
  const landings = landingsOf(block, rows, range).filter(({ cell }) => cell.text !== '' || cell.number !== undefined)
  const inside = landings.filter(({ position: { row, column } }) => row < target.rows && column < target.columns)
  const taken = inside.filter(({ position }) => target.takes(position) !== 'no')
  const texts = taken.filter((landing) => isNumberText(landing, target))
  const read = readPastedNumbers(texts.map(({ cell }) => cell.text))
  const orderOf = new Map<Landing | undefined, number>(taken.map((landing, order) => [landing, order]))
  const indexOf = new Map(texts.map((landing, index) => [landing, index]))
  const entries = (cells: readonly ParsedCell[]) =>
    taken.map((landing) => entryOf(landing, target, cells[indexOf.get(landing) ?? -1]))
  const vi = entries(read.ambiguous ? read.vi : read.cells)
  return {
    vi,
    en: read.ambiguous ? entries(read.en) : vi,
    differing: read.ambiguous ? read.differing.map((index) => orderOf.get(texts[index]) ?? 0) : [],
    isAmbiguous: read.ambiguous,
    notTaken: inside.filter(({ position }) => target.takes(position) === 'no').map(({ position }) => position),
    beyond: landings.length - inside.length,
    range: {
      ...range,
      bottom: Math.min(range.bottom, target.rows - 1),
      right: Math.min(range.right, target.columns - 1),
    },
  }
}

const isNumberText = ({ position, cell }: Landing, target: PasteTarget): boolean =>
  target.takes(position) === 'number' && cell.number === undefined

const widthOf = (block: PasteBlock): number => Math.max(...block.map((row) => row.length), 0)

const isEmptyRow = (row: PasteBlock[number] | undefined): boolean =>
  row === undefined || row.every((cell) => cell.text === '' && cell.number === undefined)

/** Target rows in order; the block's rows follow each other on them, again and again. */
function rowsFor(block: PasteBlock, over: GridRange, target: PasteTarget): readonly number[] {
  const byPosition = repeatedOver(block.length, over, () => false)
  const meetsTitle = byPosition.some((row, at) => target.isTitle(row) && !isEmptyRow(block[at % block.length]))
  return meetsTitle ? repeatedOver(block.length, over, target.isTitle) : byPosition
}

function repeatedOver(height: number, over: GridRange, skips: (row: number) => boolean): readonly number[] {
  const inside: number[] = []
  for (let row = over.top; row <= over.bottom; row++) if (!skips(row)) inside.push(row)
  if (inside.length > 0 && inside.length % height === 0) return inside
  const rows: number[] = []
  for (let row = over.top; rows.length < height; row++) if (!skips(row)) rows.push(row)
  return rows
}

function landingsOf(block: PasteBlock, rows: readonly number[], { left, right }: GridRange): readonly Landing[] {
  const width = widthOf(block)
  return rows.flatMap((row, at) => {
    const source = block[at % block.length] ?? []
    const landings: Landing[] = []
    for (let column = left; column <= right; column++) {
      const cell = source[(column - left) % width]
      if (cell !== undefined) landings.push({ position: { row, column }, cell })
    }
    return landings
  })
}

function entryOf({ position, cell }: Landing, target: PasteTarget, read: ParsedCell | undefined): PastedEntry {
  const { text } = cell
  if (target.takes(position) === 'text') {
    return {
      position,
      text,
      parsed: { ok: true, value: { kind: 'text', text: normalizeText(text) } },
      isRounded: false,
    }
  }
  if (cell.number === undefined) return { position, text, parsed: read ?? parseCell(text), isRounded: false }
  const decimals = Math.min(Math.max(target.decimals(position), shownDecimals(text)), maxDecimals)
  const value = toText(roundTo(exact(cell.number), decimals))
  const parsed = withinDigits(value, text)
  return {
    position,
    text,
    parsed: parsed.ok ? { ok: true, value: { kind: 'number', value: parsed.value } } : parsed,
    isRounded: value !== toText(exact(cell.number)),
  }
}

const shownDecimals = (text: string): number => /[.,](\d+)\D*$/u.exec(text)?.[1]?.length ?? 0
