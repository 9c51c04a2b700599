import { useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { typedText } from '#core/form/clipboard.ts'
import { selectCell } from '#core/form/selection.ts'
import { Icon } from '../icons.tsx'
import type { CellEditorHandle } from './cell-editor.tsx'
import { CellEditor } from './cell-editor.tsx'
import { markOf, spokenValue } from './cell-mark.ts'
import type { GridProps } from './grid-model.ts'
import { cellKey } from './grid-model.ts'
import { GridTable } from './grid-table.tsx'
import { PasteQuestion } from './paste-question.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { useClipboard } from './use-clipboard.ts'
import { useCommands } from './use-commands.ts'
import { useEdits } from './use-edits.ts'
import { usePlace } from './use-place.ts'
import { usePointer } from './use-pointer.ts'
import { useCells, useSelection, useShape } from './use-selection.ts'
import { vi } from './vi.ts'
import './grid.css'

const rowHeight = 28

/** A table to type figures into: one input over the active cell, ranges, blocks to and from Excel, undo. */
export function Grid(props: GridProps) {
  const { label, leads, headings, columns, rows, besideCell, ref } = props
  const editor = useRef<CellEditorHandle>(null)
  const noteId = useId()
  const keysId = useId()
  const [lastRefused, setLastRefused] = useState<string>()
  const cells = useCells(props)
  const shape = useShape(rows, columns.length, cells)
  const { selection, select } = useSelection(shape, props.onSelect)
  const edits = useEdits(cells, props)
  const clipboard = useClipboard({ shape, cells, selection, select, edits })
  const { active } = selection
  const key = cellKey(active)
  const cell = cells[active.row]?.[active.column]
  const refusedHere = edits.refused.get(key)
  const noted = refusedHere ?? edits.refused.get(lastRefused ?? '')
  const place = usePlace(active, noted)
  const commands = useCommands({
    shape,
    cells,
    selection,
    select,
    edits,
    editor,
    clear: clipboard.clear,
    say: clipboard.setReport,
    onType: setLastRefused,
  })
  const focus = () => editor.current?.focus()
  const pointer = usePointer({
    selection,
    select,
    finish: commands.finish,
    focus,
    edit: () => editor.current?.edit(),
  })

  const { reveal } = place
  useLayoutEffect(() => reveal(selection.corner), [selection.corner, reveal])
  useLayoutEffect(() => reveal(selection.active), [selection.active, reveal])
  useImperativeHandle(ref, () => ({
    undo: () => commands.reverse('undo'),
    redo: () => commands.reverse('redo'),
    fillDown: commands.fillDown,
    state: commands.state,
    select: (position) => select(selectCell(position)),
    focus,
  }))

  const mark = cell && markOf(cell, refusedHere !== undefined, columns[active.column]?.isRatio === true)
  const spoken = cell === undefined ? '' : `${cell.title}: ${spokenValue(cell, refusedHere?.text, mark)}`
  const startText = cell === undefined || cell.display === '' ? '' : typedText(cell.value)
  const beside = besideCell?.(active)
  return (
    <div className="grid-frame">
      <div className="grid-scroll" ref={place.scroller}>
        <div className="grid-canvas" ref={place.canvas} {...pointer}>
          <GridTable {...{ label, leads, headings, columns, rows, cells, selection }} refused={edits.refused} />
          <div className="grid-over" ref={place.over}>
            <CellEditor
              ref={editor}
              at={key}
              text={refusedHere?.text ?? startText}
              label={spoken}
              describedBy={refusedHere === undefined ? keysId : noteId}
              isReadOnly={cell?.kind !== 'typed'}
              isInvalid={refusedHere !== undefined || cell?.state === 'refused'}
              isText={cell?.isText === true}
              pageRows={() => Math.max(1, Math.floor((place.scroller.current?.clientHeight ?? 0) / rowHeight) - 4)}
              onCommand={commands.run}
              onLeave={commands.finish}
              onClipboard={clipboard.onClipboard}
            />
            {beside !== undefined && <div className="grid-beside">{beside}</div>}
          </div>
          <div className={refusedHere === undefined ? 'grid-note grid-above' : 'grid-note'} ref={place.note}>
            {noted && <RefusalNote key={cellKey(noted)} id={noteId} refused={noted} />}
          </div>
        </div>
      </div>
      {clipboard.report !== undefined && (
        <div className="grid-report" role="status">
          <span>{clipboard.report}</span>
          <button type="button" aria-label={vi.paste.close} onClick={() => clipboard.setReport(undefined)}>
            <Icon name="close" />
          </button>
        </div>
      )}
      {clipboard.question && <PasteQuestion plan={clipboard.question} onAnswer={clipboard.answer} />}
      <p id={keysId} className="grid-hidden">
        {vi.keysHint}
      </p>
      <p className="grid-hidden" aria-live="polite">
        {spoken}
      </p>
    </div>
  )
}
