/** Totals that lack a part, each with the number of the note that names what it lacks; the same lack, the same note. */
import type { ExplorerCell } from '#contract/explorer.ts'
import type { Text } from '../../platform/text/vi.ts'

export interface Footnotes {
  /** In order: the first is note 1. */
  readonly notes: readonly string[]
  numberOf(cell: ExplorerCell): number | undefined
}

const mostNamed = 6

export function footnotesOf(text: Text, cells: readonly ExplorerCell[]): Footnotes {
  const words = text.explorer
  const noteOf = ({ value, missing = [] }: ExplorerCell): string | undefined => {
    if (value.kind !== 'number' || missing.length === 0) return undefined
    const named = missing.slice(0, mostNamed).join(', ')
    const more = missing.length - mostNamed
    return words.partial(more > 0 ? `${named} ${words.partialMore(more)}` : named)
  }
  const notes = [...new Set(cells.flatMap((cell) => noteOf(cell) ?? []))]
  return {
    notes,
    numberOf: (cell) => {
      const note = noteOf(cell)
      return note === undefined ? undefined : notes.indexOf(note) + 1
    },
  }
}
