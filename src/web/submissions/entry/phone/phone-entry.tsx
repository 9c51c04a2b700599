import './phone-entry.css'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { FormView, SubmissionView } from '#contract/submissions.ts'
import { cellRole } from '#core/form/layout.ts'
import { useText } from '../../../platform/text/use-text.ts'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import type { FormModel } from '../../form/form-model.ts'
import { EntryOffline } from '../entry-offline.tsx'
import { ReturnedNote } from '../returned-note.tsx'
import { SavedSign } from '../saved-sign.tsx'
import { SubmitDialog } from '../submit-dialog.tsx'
import { useFormEdits } from '../use-form-edits.ts'
import { PhoneFoot } from './phone-foot.tsx'
import { PhoneHead } from './phone-head.tsx'
import { PhoneRow } from './phone-row.tsx'
import { RowList } from './row-list.tsx'
import { useUnreadTexts } from './use-unread-texts.ts'

interface PhoneEntryProps {
  readonly submission: SubmissionView
  readonly form: FormView
}

/** One row per screen: the cells to fill in the upper third, where the keyboard does not cover them. */
export function PhoneEntry({ submission, form }: PhoneEntryProps) {
  const text = useText()
  const edits = useFormEdits(form)
  const unread = useUnreadTexts()
  const { model } = edits
  const { cell } = useSearch({ from: '/inside/entry/$submissionId/$formId' })
  const shown = model.rows.filter((row) => model.columns.some((column) => cellRole(row, column) === 'typed'))
  const [key, setKey] = useState(() => cell?.slice(0, cell.indexOf('.')) ?? firstEmpty(model) ?? shown[0]?.key)
  const [open, setOpen] = useState<'rows' | 'submit' | null>(null)
  const at = Math.max(
    0,
    shown.findIndex((row) => row.key === key),
  )
  const row = shown[at]
  const step = (by: number): void => setKey(shown[Math.min(shown.length - 1, Math.max(0, at + by))]?.key)
  const left = model.toFill.length - model.filled.size
  const goTo = (name: string): void => setKey(name.slice(0, name.indexOf('.')))
  return (
    <main className="work phone-entry" id="main" tabIndex={-1}>
      <title>{`${form.title} · ${text.name.system}`}</title>
      <PhoneHead submission={submission} model={model} onList={() => setOpen('rows')} />
      <ProgressBar
        value={model.filled.size}
        of={model.toFill.length}
        label={text.common.filled(model.filled.size, model.toFill.length)}
      />
      <EntryOffline waiting={edits.state.queue.length} />
      <ReturnedNote submission={submission} formId={form.formId} onGoTo={goTo} />
      <div className="phone-scroll">
        {row ? <PhoneRow key={row.key} edits={edits} row={row} unread={unread} /> : null}
      </div>
      <p className="phone-saved">
        <SavedSign state={edits.state} />
      </p>
      <PhoneFoot
        isFirst={at === 0}
        isLast={at === shown.length - 1}
        hasEmpty={left > 0}
        onStep={step}
        onEmpty={() => setKey(firstEmpty(model, row?.key) ?? key)}
        onSubmit={left === 0 && submission.can.includes('submit') ? () => setOpen('submit') : undefined}
      />
      {open === 'rows' ? (
        <RowList model={model} rows={shown} present={row?.key} onChoose={setKey} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'submit' ? (
        <SubmitDialog
          submission={submission}
          edits={edits}
          unread={unread.texts.size}
          onGoTo={goTo}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </main>
  )
}

/** Row of the first empty cell after that row; from the top again when there is none below. */
function firstEmpty(model: FormModel, after?: string): string | undefined {
  const keys = model.rows.map((row) => row.key)
  const empty = keys.filter((key) =>
    model.toFill.some((name) => !model.filled.has(name) && name.slice(0, name.indexOf('.')) === key),
  )
  const from = after === undefined ? -1 : keys.indexOf(after)
  return empty.find((key) => keys.indexOf(key) > from) ?? empty[0]
}
