import { useLayoutEffect, useRef } from 'react'

/**
 * Calls when what is being typed is about to go: its place on the page is taken away (the browser's back button sends no
 * blur), or the whole page is.
 */
export function useLeaving(leave: () => void): void {
  const latest = useRef(leave)
  useLayoutEffect(() => {
    latest.current = leave
  })
  useLayoutEffect(() => {
    const now = (): void => latest.current()
    addEventListener('pagehide', now)
    return () => {
      removeEventListener('pagehide', now)
      now()
    }
  }, [])
}
