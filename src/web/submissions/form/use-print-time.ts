import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { now } from '../../platform/clock.ts'

/** The instant of the printing itself: a page may stand open for hours before somebody prints it. */
export function usePrintTime(): string {
  const [instant, setInstant] = useState(now)
  useEffect(() => {
    const stamp = () => flushSync(() => setInstant(now()))
    addEventListener('beforeprint', stamp)
    return () => removeEventListener('beforeprint', stamp)
  }, [])
  return instant
}
