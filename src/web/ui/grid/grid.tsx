import { useId } from 'react'
import { Icon } from '../icons.tsx'
import { CellEditor } from './cell-editor.tsx'
import type { GridProps } from './grid-model.ts'
import { cellKey, takesTyping } from './grid-model.ts'
import { GridTable } from './grid-table.tsx'
import { PasteQuestion } from './paste-question.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { useGrid } from './use-grid.ts'
import './grid.css'

/** A table to type figures into: one input over the active cell, ranges, blocks to and from Excel, undo. */
export function Grid(props: GridProps) {
  const { label, leads, headings, columns, rows, besideCell } = props
  const { text, editor, cells, selection, edits, clipboard, actions, run, pointer, place, activeCell } = useGrid(props)
  const { cell, refused, noted } = activeCell
  const id = useId()
  const beside = besideCell?.(selection.active)
  return (
    <div className="grid-frame">
      <div className="grid-scroll" ref={place.scroller}>
        <div className="grid-canvas" ref={place.canvas} {...pointer}>
          <GridTable {...{ label, leads, headings, columns, rows, cells, selection, text }} refused={edits.refused} />
          <div className="grid-over" ref={place.over}>
            <CellEditor
              ref={editor}
              at={cellKey(selection.active)}
              text={activeCell.startText}
              label={activeCell.spoken}
              describedBy={refused === undefined ? `${id}-keys` : `${id}-note`}
              isReadOnly={!takesTyping(cell)}
              isInvalid={refused !== undefined || cell?.state === 'refused'}
              isText={cell?.isText === true}
              pageRows={place.pageRows}
              onCommand={run}
              onLeave={actions.finish}
              onClipboard={clipboard.onClipboard}
            />
          </div>
          <div className="grid-note" ref={place.beside}>
            {beside !== undefined && <div className="grid-beside">{beside}</div>}
          </div>
          <div className={refused === undefined ? 'grid-note grid-note-left-behind' : 'grid-note'} ref={place.note}>
            {noted && <RefusalNote key={cellKey(noted)} id={`${id}-note`} refused={noted} text={text.refusal} />}
          </div>
        </div>
      </div>
      {clipboard.report !== undefined && (
        <div className="grid-report" role="status">
          <span>{clipboard.report}</span>
          <button type="button" aria-label={text.paste.close} onClick={() => clipboard.setReport(undefined)}>
            <Icon name="close" />
          </button>
        </div>
      )}
      {clipboard.question && <PasteQuestion text={text.paste} plan={clipboard.question} onAnswer={clipboard.answer} />}
      <p id={`${id}-keys`} className="grid-hidden">
        {text.keysHint}
      </p>
      <p className="grid-hidden" aria-live="polite">
        {activeCell.spoken}
      </p>
    </div>
  )
}
