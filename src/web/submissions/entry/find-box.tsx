import { useState } from 'react'
import { foldText } from '#core/quantity/text.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import type { FormModel } from '../form/form-model.ts'

interface FindBoxProps {
  readonly model: FormModel
  onFound(row: number): void
  onClose(): void
}

/** Finds rows by name, marks and case ignored: «luc» finds «lúc». Enter goes on to the next. */
export function FindBox({ model, onFound, onClose }: FindBoxProps) {
  const text = useText()
  const [wanted, setWanted] = useState('')
  const [at, setAt] = useState(0)
  const folded = foldText(wanted.trim())
  const found =
    folded === ''
      ? []
      : model.rows.flatMap((row, index) =>
          row.kind !== 'title' && foldText(`${row.ordinal} ${row.label}`).includes(folded) ? [index] : [],
        )
  const go = (next: number): void => {
    const index = found[(next + found.length) % Math.max(1, found.length)]
    if (index === undefined) return
    setAt((next + found.length) % found.length)
    onFound(index)
  }
  return (
    <search className="find-box">
      <Icon name="search" size={14} />
      <input
        // biome-ignore lint/a11y/noAutofocus: opened by the person to type into
        autoFocus
        aria-label={text.entry.findLabel}
        placeholder={text.entry.findPlaceholder}
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value)
          setAt(-1)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') go(at + (event.shiftKey ? -1 : 1))
          if (event.key === 'Escape') onClose()
        }}
      />
      <small className="mut" aria-live="polite">
        {folded === '' ? '' : text.entry.findCount(Math.max(0, at) + (found.length > 0 ? 1 : 0), found.length)}
      </small>
      <button type="button" className="btn btn-quiet" aria-label={text.common.close} onClick={onClose}>
        <Icon name="close" size={14} />
      </button>
    </search>
  )
}
