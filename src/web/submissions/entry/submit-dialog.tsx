import { useNavigate } from '@tanstack/react-router'
import type { SubmissionView } from '#contract/submissions.ts'
import { useLostSince } from '../../platform/connection.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { findingsOf } from '../form/form-model.ts'
import { useStep } from '../use-transition.ts'
import { FindingsDialog } from './findings-dialog.tsx'
import { MissingCells } from './missing-cells.tsx'
import type { FormEdits } from './use-form-edits.ts'

interface SubmitDialogProps {
  readonly submission: SubmissionView
  readonly edits: FormEdits
  readonly unread: number
  onGoTo(cell: string): void
  onClose(): void
}

/** What stands in the way of submitting, or the last word before it. */
export function SubmitDialog({ submission, edits, unread, onGoTo, onClose }: SubmitDialogProps) {
  const text = useText()
  const navigate = useNavigate()
  const step = useStep(submission)
  const isOffline = useLostSince() !== null
  const { model, state } = edits
  const halted = state.queue.filter((edit) => edit.halted !== undefined).length + unread
  const others = submission.forms.filter((form) => form.id !== model.form.formId)
  const left = others.reduce((sum, form) => sum + form.toFill - form.filled, model.toFill.length - model.filled.size)
  const all = others.reduce((sum, form) => sum + form.toFill, model.toFill.length)
  const appraisers = submission.steps.find(({ key }) => key === 'appraise')?.people ?? []
  const obstacle = isOffline
    ? text.entry.offlineNoSubmit
    : halted > 0
      ? text.entry.unsettled(halted)
      : state.queue.length > 0
        ? text.entry.unsaved
        : null
  if (left > 0)
    return (
      <Dialog title={text.entry.incompleteTitle(left)} closeLabel={text.common.close} onClose={onClose}>
        <MissingCells submission={submission} model={model} onGoTo={onGoTo} onClose={onClose} />
      </Dialog>
    )
  if (findingsOf(model, 'hard').length > 0)
    return <FindingsDialog model={model} severity="hard" onGoTo={onGoTo} onClose={onClose} />
  const warnings = findingsOf(model, 'soft').length
  return (
    <Dialog title={text.entry.submitTitle} closeLabel={text.common.close} onClose={onClose}>
      <p>{text.entry.submitReady(text.review.counted(all, submission.corrected))}</p>
      {appraisers.length > 0 ? (
        <p className="ink2">{text.entry.submitTo(appraisers.map(({ name }) => name).join(', '))}</p>
      ) : null}
      {warnings > 0 ? <p className="warn">{text.entry.submitWarnings(warnings)}</p> : null}
      {obstacle === null ? null : (
        <p className="warn" role="status">
          {obstacle}
        </p>
      )}
      {step.isError ? <ProblemNote error={step.error} /> : null}
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.common.cancel}</Button>
        <Button
          look="primary"
          disabled={obstacle !== null || step.isPending}
          onClick={() => step.mutate({ verb: 'submit' }, { onSuccess: () => void navigate({ to: '/' }) })}
        >
          {text.verbs.submit}
        </Button>
      </div>
    </Dialog>
  )
}
