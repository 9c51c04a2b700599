import { type FormEvent, useState } from 'react'
import { type SavedView, type Sharing, sharing as sharings } from '#contract/explorer.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { withinLength } from '../../ui/within-length.ts'
import { useViewChange } from './use-views.ts'

interface SaveDialogProps {
  readonly q: string
  /** The view that gets another name or other readers; left out for a new one. */
  readonly of: SavedView | undefined
  onClose(): void
  onSaved?(view: SavedView): void
}

const longestName = 200

/** The name of a view and who sees it. */
export function SaveDialog({ q, of, onClose, onSaved }: SaveDialogProps) {
  const text = useText()
  const words = text.explorer
  const [name, setName] = useState(of?.name ?? '')
  const [sharing, setSharing] = useState<Sharing>(of?.sharing ?? 'private')
  const change = useViewChange()
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const view = { name: name.trim(), q, sharing }
    change.mutate(of ? { verb: 'change', of, view } : { verb: 'save', view }, {
      onSuccess: (saved) => {
        onSaved?.(saved)
        onClose()
      },
    })
  }
  return (
    <Dialog title={of ? words.rename : words.saveTitle} closeLabel={text.common.close} onClose={onClose}>
      <form className="save-form" onSubmit={save}>
        <label className="field">
          <span>{words.name}</span>
          <input
            className="input"
            data-first
            required
            placeholder={words.nameHint}
            value={name}
            onChange={({ target }) => setName(withinLength(target.value, longestName))}
          />
        </label>
        <fieldset className="save-sharing">
          <legend>{words.sharing}</legend>
          {sharings.options.map((one) => (
            <label key={one} className="row">
              <input type="radio" name="sharing" checked={sharing === one} onChange={() => setSharing(one)} />
              {words.sharings[one]}
            </label>
          ))}
        </fieldset>
        {change.error ? <ProblemNote error={change.error} /> : null}
        <div className="picker-foot">
          <span className="grow" />
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button type="submit" look="primary" disabled={name.trim() === '' || change.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
