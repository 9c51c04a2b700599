import { useState } from 'react'
import { withinDecimals } from '#core/form/cell-decimals.ts'
import { parseTsv, writeHtml, writeTsv } from '#core/form/clipboard.ts'
import { parseClipboardHtml } from '#core/form/clipboard-html.ts'
import type { GridShape } from '#core/form/navigation.ts'
import type { PastedEntry, PastePlan, PasteTarget } from '#core/form/paste.ts'
import { planPaste } from '#core/form/paste.ts'
import type { GridPosition, GridRange, GridSelection } from '#core/form/selection.ts'
import { isSingleCell, positionsIn, rangeOf } from '#core/form/selection.ts'
import { absent } from '#core/quantity/cell-value.ts'
import { maxDecimals } from '#core/quantity/exact.ts'
import type { GridText } from '../../platform/text/grid-vi.ts'
import { takesTyping } from './grid-model.ts'
import type { Edits } from './use-edits.ts'
import type { CellRows } from './use-selection.ts'

interface ClipboardInput {
  readonly shape: GridShape
  readonly cells: CellRows
  readonly selection: GridSelection
  readonly select: (selection: GridSelection) => void
  readonly edits: Edits
  readonly text: GridText
}

const targetOf = (shape: GridShape, cells: CellRows): PasteTarget => ({
  rows: shape.rows,
  columns: shape.columns,
  isTitle: shape.isTitle,
  takes: ({ row, column }) => {
    const cell = cells[row]?.[column]
    if (cell?.kind !== 'typed') return 'no'
    return cell.isText ? 'text' : 'number'
  },
  decimals: ({ row, column }) => cells[row]?.[column]?.decimals ?? 0,
})

/** A base goes back to what is known only by itself, never with a block. */
function clearable(shape: GridShape, cells: CellRows, range: GridRange): (position: GridPosition) => boolean {
  return isSingleCell(range) ? ({ row, column }) => takesTyping(cells[row]?.[column]) : shape.isTypable
}

/** Copy, cut and paste of the selected range, as text and as HTML. Holds the question a block asks and its report. */
export function useClipboard({ shape, cells, selection, select, edits, text: words }: ClipboardInput) {
  const [question, setQuestion] = useState<PastePlan>()
  const [report, setReport] = useState<string>()
  const range = rangeOf(selection)

  const copy = (clipboard: DataTransfer) => {
    const rows = cells.slice(range.top, range.bottom + 1).map((row) => row.slice(range.left, range.right + 1))
    const values = rows.map((row) =>
      row.map((cell) => (cell.display === '' ? ({ kind: 'text', text: '' } as const) : cell.value)),
    )
    clipboard.setData('text/plain', writeTsv(values))
    clipboard.setData('text/html', writeHtml(values))
  }
  const clear = () => {
    const positions = positionsIn(range, shape.isTitle).filter(clearable(shape, cells, range))
    edits.write(
      positions.map((position) => ({ ...position, value: absent, text: '' })),
      'clear',
    )
  }
  const apply = (plan: PastePlan, entries: readonly PastedEntry[]) => {
    const judged = entries.map((entry) => judgedBy(cells, entry))
    edits.write(
      judged.flatMap(({ position, text, parsed }) => (parsed.ok ? [{ ...position, text, value: parsed.value }] : [])),
      'paste',
    )
    edits.refuse(
      judged.flatMap(({ position, text, parsed }) => (parsed.ok ? [] : [{ ...position, text, refusal: parsed }])),
    )
    const { top, left, bottom, right } = plan.range
    select({
      active: { row: top, column: left },
      anchor: { row: top, column: left },
      corner: { row: bottom, column: right },
    })
    setQuestion(undefined)
    setReport(reportOf(plan, judged, words.paste))
  }
  const paste = (clipboard: DataTransfer) => {
    const text = clipboard.getData('text/plain')
    const block = parseClipboardHtml(clipboard.getData('text/html')) ?? parseTsv(text)
    const plan = planPaste(block, range, targetOf(shape, cells))
    if (plan.isAmbiguous) setQuestion(plan)
    else apply(plan, plan.vi)
  }
  const onClipboard = (event: React.ClipboardEvent) => {
    event.preventDefault()
    setReport(undefined)
    if (event.type === 'paste') paste(event.clipboardData)
    else copy(event.clipboardData)
    if (event.type === 'cut') clear()
  }
  const answer = (reading: 'vi' | 'en' | undefined) => {
    if (question !== undefined && reading !== undefined) apply(question, question[reading])
    setQuestion(undefined)
  }
  return { onClipboard, clear, question, answer, report, setReport }
}

/** A pasted number with more decimals than its cell takes is refused like a typed one. */
function judgedBy(cells: CellRows, entry: PastedEntry) {
  const { text, position, parsed } = entry
  const decimals = cells[position.row]?.[position.column]?.decimals ?? maxDecimals
  return { ...entry, parsed: withinDecimals(parsed, { text, decimals }) }
}

interface Judged {
  readonly parsed: { readonly ok: boolean }
  readonly isRounded: boolean
}

function reportOf(plan: PastePlan, entries: readonly Judged[], say: GridText['paste']): string | undefined {
  const taken = entries.filter(({ parsed }) => parsed.ok).length
  const rounded = entries.filter(({ isRounded, parsed }) => isRounded && parsed.ok).length
  const parts: readonly (readonly [number, (count: number) => string])[] = [
    [entries.length - taken, say.refused],
    [plan.notTaken.length, say.notTaken],
    [plan.beyond, say.beyond],
    [rounded, say.rounded],
  ]
  const told = parts.filter(([count]) => count > 0).map(([count, sentence]) => sentence(count))
  return told.length === 0 ? undefined : [say.taken(taken), ...told].join(' ')
}
