/** In which order a reporter types the cells of a report, and which of them are wrong at first. */
import { type CellValue, sameValue } from '#core/quantity/cell-value.ts'
import { exact, roundTo, times, toText } from '#core/quantity/exact.ts'
import { draw } from './draw.ts'
import type { TypedCell } from './fill-form.ts'

export interface CellOfForm extends TypedCell {
  readonly formId: number
  readonly decimals: number
}

export interface Typing {
  readonly first: readonly CellOfForm[]
  readonly rest: readonly CellOfForm[]
  /** After a return: the cells that were marked, put right. */
  readonly corrections: readonly CellOfForm[]
}

const firstShare = 0.45
const retypedShare = 0.015
const markedCells = 2

export function typingOf(cells: readonly CellOfForm[], key: string, hasCorrections: boolean): Typing {
  const wrong = new Set(hasCorrections ? mistaken(cells, key) : [])
  const retyped = cells.filter((cell, index) => {
    const isEarly = index < cells.length * firstShare
    return isEarly && !wrong.has(cell) && cell.value.kind === 'number' && draw('retyped', key, index) < retypedShare
  })
  const atFirst = (cell: CellOfForm) =>
    wrong.has(cell) || retyped.includes(cell) ? { ...cell, value: slipped(cell) } : cell
  const first = cells.filter((_, index) => index < cells.length * firstShare).map(atFirst)
  const rest = cells.filter((_, index) => index >= cells.length * firstShare).map(atFirst)
  const corrected = (cell: CellOfForm) => ({ ...cell, note: cell.note || 'Đã đối chiếu và sửa theo ý kiến.' })
  return { first, rest: [...rest, ...retyped], corrections: [...wrong].map(corrected) }
}

function mistaken(cells: readonly CellOfForm[], key: string): readonly CellOfForm[] {
  const numbers = cells.filter((cell) => cell.column === 'estimate' && !sameValue(slipped(cell), cell.value))
  const start = Math.floor(draw('mistaken', key) * Math.max(1, numbers.length - markedCells))
  return numbers.slice(start, start + markedCells)
}

/** A little too much, as when a part was counted twice. */
function slipped({ value, decimals }: CellOfForm): CellValue {
  if (value.kind !== 'number') return value
  return { kind: 'number', value: toText(roundTo(times(exact(value.value), exact('1.08')), decimals)) }
}
