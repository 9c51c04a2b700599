import { type RefObject, useEffect, useRef } from 'react'

/**
 * `of` names the number that is explained, whatever its table. Escape closes the panel from anywhere on the page. Opened by a key the panel takes the focus, and so it does on a
 * phone, where it covers the table; opened by the mouse or by a link the focus stays where it is.
 */
export function usePanelFocus(of: string, close: () => void): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const latest = useRef(close)
  latest.current = close
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell is another explanation
  useEffect(() => {
    const isOverTable = matchMedia('(max-width: 720px)').matches
    const isByKey = document.activeElement?.matches('td[data-row]:focus-visible') === true
    if (isOverTable || isByKey) heading.current?.focus()
  }, [of])
  return heading
}
