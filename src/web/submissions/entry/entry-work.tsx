import './entry.css'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { FormView, SubmissionView } from '#contract/submissions.ts'
import type { GridSelection } from '#core/form/selection.ts'
import { useText } from '../../platform/text/use-text.ts'
import { useWidth } from '../../platform/use-width.ts'
import { Grid } from '../../ui/grid/grid.tsx'
import type { GridHandle, GridStatus } from '../../ui/grid/grid-model.ts'
import { FormTable } from '../form/form-table.tsx'
import { PrintHead } from '../form/print-head.tsx'
import { SubmissionSteps } from '../submission-steps.tsx'
import { CellPanel } from './cell-panel.tsx'
import { ConflictChoice } from './conflict-choice.tsx'
import { EntryHead } from './entry-head.tsx'
import { EntryOffline } from './entry-offline.tsx'
import { EntryTools } from './entry-tools.tsx'
import { LeaveQuestion } from './leave-question.tsx'
import { ReturnedNote } from './returned-note.tsx'
import { StatusLine } from './status-line.tsx'
import { useFormEdits } from './use-form-edits.ts'
import { positionOf, useGridForm } from './use-grid-form.ts'

interface EntryWorkProps {
  readonly submission: SubmissionView
  readonly form: FormView
}

/** The grid with everything around it: steps, tools, the panel of the selected cell, the status line. */
export function EntryWork({ submission, form }: EntryWorkProps) {
  const text = useText()
  const edits = useFormEdits(form)
  const grid = useRef<GridHandle>(null)
  const frame = useRef<HTMLDivElement>(null)
  const shown = useGridForm(edits, submission.period.label, useWidth(frame))
  const [selection, setSelection] = useState<GridSelection>()
  const [status, setStatus] = useState<GridStatus>({ canUndo: false, canRedo: false, refused: 0 })
  const { cell: wanted } = useSearch({ from: '/inside/entry/$submissionId/$formId' })
  const { model } = edits
  const goTo = (cell: string): void => {
    const position = positionOf(model, cell)
    if (!position) return
    grid.current?.select(position)
    grid.current?.focus()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is followed when it changes, not while typing
  useEffect(() => {
    goTo(wanted ?? model.toFill.find((name) => !model.filled.has(name)) ?? model.toFill[0] ?? '')
  }, [wanted])
  const active = selection?.active
  const place = active && { row: model.rows[active.row], column: model.columns[active.column] }
  return (
    <main className="work entry" id="main" tabIndex={-1}>
      <title>{`${form.title} · ${text.name.system}`}</title>
      <PrintHead submission={submission} title={form.title} />
      <div className="print-only">
        <FormTable model={model} />
      </div>
      <EntryHead submission={submission} edits={edits} unread={status.refused} onGoTo={goTo} />
      <SubmissionSteps submission={submission} />
      <EntryOffline waiting={edits.state.queue.length} />
      <ReturnedNote submission={submission} formId={form.formId} onGoTo={goTo} />
      <EntryTools model={model} place={place} grid={grid} status={status} />
      <div className="work-body no-print">
        <div className="entry-grid" ref={frame}>
          <Grid
            ref={grid}
            {...shown}
            onSelect={setSelection}
            onStatus={setStatus}
            besideCell={({ row, column }) => (
              <ConflictChoice edits={edits} row={model.rows[row]} column={model.columns[column]} />
            )}
          />
        </div>
        <CellPanel edits={edits} place={place} />
      </div>
      <LeaveQuestion unread={status.refused} />
      <StatusLine edits={edits} selection={selection} unread={status.refused} onGoTo={goTo} />
    </main>
  )
}
