import './dialog.css'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from './icons.tsx'

interface DialogProps {
  readonly title: string
  /** Name of the closing button; a dialog without it must be answered. */
  readonly closeLabel?: string
  readonly shape?: 'dialog' | 'drawer'
  readonly children: ReactNode
  onClose(): void
}

/** The browser's own modal dialog: it starts at `data-first`, keeps the focus inside, closes on Escape, and gives the focus back. */
export function Dialog({ title, closeLabel, shape = 'dialog', children, onClose }: DialogProps) {
  const it = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = it.current
    const before = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={it}
      className={shape === 'drawer' ? 'dialog drawer' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        if (closeLabel !== undefined) onClose()
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        {closeLabel === undefined ? null : (
          <button type="button" className="btn btn-quiet" aria-label={closeLabel} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}
