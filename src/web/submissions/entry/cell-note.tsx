import { useId, useState } from 'react'
import { useText } from '../../platform/text/use-text.ts'
import { useLeaving } from '../../platform/use-leaving.ts'
import type { FormEdits } from './use-form-edits.ts'

interface CellNoteProps {
  readonly edits: FormEdits
  readonly name: string
}

/** The explanation of a figure; saved when the person leaves the field. */
export function CellNote({ edits, name }: CellNoteProps) {
  const text = useText().entry
  const id = useId()
  const { model, state, store } = edits
  const known = model.cells.get(name)
  const waiting = state.queue.find(({ cell }) => cell === name)
  const saved = waiting?.value.note ?? known?.note ?? ''
  const [note, setNote] = useState<string | null>(null)
  const entered = waiting?.value.value ?? known?.value
  const value = entered?.kind === 'empty' ? undefined : entered
  const save = (): void => {
    const trimmed = note?.normalize('NFC').trim()
    if (value !== undefined && trimmed !== undefined && trimmed !== saved) {
      store.say([{ cell: name, said: { value, note: trimmed }, seenRevision: known?.revision ?? 0 }])
    }
    setNote(null)
  }
  useLeaving(save)
  const { canEnter } = model.form
  if (!canEnter && saved === '') return null
  return (
    <section>
      <h3>
        <label htmlFor={id}>{text.note}</label>
      </h3>
      {canEnter && value !== undefined ? (
        <textarea
          id={id}
          className="input"
          maxLength={2000}
          placeholder={text.notePlaceholder}
          value={note ?? saved}
          onChange={(event) => setNote(event.target.value)}
          onBlur={save}
        />
      ) : (
        <p id={id} className="ink2">
          {saved === '' ? text.noteNeedsValue : saved}
        </p>
      )}
    </section>
  )
}
