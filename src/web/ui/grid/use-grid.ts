import { useImperativeHandle, useRef, useState } from 'react'
import { typedText } from '#core/form/clipboard.ts'
import type { GridSelection } from '#core/form/selection.ts'
import { selectCell } from '#core/form/selection.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { CellEditorHandle } from './cell-editor.tsx'
import { markOf, spokenValue } from './cell-mark.ts'
import type { GridProps } from './grid-model.ts'
import { cellKey } from './grid-model.ts'
import { useClipboard } from './use-clipboard.ts'
import { useActions, useCommands } from './use-commands.ts'
import { useEdits } from './use-edits.ts'
import { usePlace } from './use-place.ts'
import { usePointer } from './use-pointer.ts'
import { useCells, useSelection, useShape } from './use-selection.ts'

/** The parts of a grid put together: what is selected, what is typed, and what the active cell says. */
export function useGrid(props: GridProps) {
  const { rows, columns } = props
  const text = useText().grid
  const editor = useRef<CellEditorHandle>(null)
  const [lastRefused, setLastRefused] = useState<string>()
  const cells = useCells(props)
  const shape = useShape(rows, columns.length, cells)
  const { selection, select } = useSelection(shape, props.onSelect)
  const edits = useEdits(cells, props)
  const clipboard = useClipboard({ shape, cells, selection, select, edits, text })
  const { active } = selection
  const cell = cells[active.row]?.[active.column]
  const refused = edits.refused.get(cellKey(active))
  const noted = refused ?? edits.refused.get(lastRefused ?? '')
  const place = usePlace(active, noted)
  const show = (next: GridSelection, position = next.active) => {
    select(next)
    place.reveal(position)
  }
  const { clear, setReport: say } = clipboard
  const input = { shape, cells, selection, select, show, edits, editor, text, clear, say, onType: setLastRefused }
  const actions = useActions(input)
  const run = useCommands(input, actions)
  const focus = () => editor.current?.focus()
  const edit = () => editor.current?.edit()
  const pointer = usePointer({ selection, show, finish: actions.finish, focus, edit })
  useImperativeHandle(props.ref, () => ({
    undo: () => actions.reverse('undo'),
    redo: () => actions.reverse('redo'),
    fillDown: actions.fillDown,
    put: actions.put,
    select: (position) => show(selectCell(position)),
    focus,
  }))

  const isRatio = columns[active.column]?.isRatio === true
  const mark = cell && markOf(cell, { isRefused: refused !== undefined, isRatio, text })
  const spoken = cell && `${cell.title}: ${spokenValue(cell, { refusedText: refused?.text, mark, text })}`
  const entered = cell === undefined || cell.display === '' ? '' : typedText(cell.value)
  const activeCell = { cell, refused, noted, spoken: spoken ?? '', startText: refused?.text ?? entered }
  return { text, editor, cells, selection, edits, clipboard, actions, run, pointer, place, activeCell }
}
