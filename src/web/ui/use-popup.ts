import { type RefObject, useEffect, useRef, useState } from 'react'

interface Popup {
  /** Around the button and what it opens. */
  readonly frame: RefObject<HTMLDivElement | null>
  readonly isOpen: boolean
  readonly toggle: () => void
}

/** Something that opens at its button and closes on Escape or when people press elsewhere. */
export function usePopup(): Popup {
  const frame = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    if (!isOpen) return
    const away = (event: Event): void => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setIsOpen(false)
    }
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      setIsOpen(false)
      frame.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('focusin', away)
    document.addEventListener('keydown', leave)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('focusin', away)
      document.removeEventListener('keydown', leave)
    }
  }, [isOpen])
  return { frame, isOpen, toggle: () => setIsOpen(!isOpen) }
}
