import { useEffect, useState } from 'react'
import { useIsCutOff } from '../../platform/freshness.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import type { EditState } from './edit-state.ts'

/** Whether everything typed has reached the server. Nothing looks saved that is not. */
export function SavedSign({ state }: { readonly state: EditState }) {
  const text = useText().entry
  const isCutOff = useIsCutOff()
  const [, tick] = useState(0)
  const { lastSavedAt } = state
  useEffect(() => {
    if (lastSavedAt === null) return
    const timer = setInterval(() => tick((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [lastSavedAt])
  const going = state.queue.filter((edit) => edit.halted === undefined).length
  if (isCutOff && going > 0)
    return (
      <span className="warn">
        <Icon name="offline" size={14} />
        {text.waiting(going)}
      </span>
    )
  if (going > 0)
    return (
      <span className="ink2">
        <Icon name="saving" size={14} />
        {text.saving(going)}
      </span>
    )
  return (
    <span className="ok">
      <Icon name="check" size={14} />
      {going < state.queue.length
        ? text.othersSaved
        : lastSavedAt === null
          ? text.savedBefore
          : text.saved(Math.max(1, Math.round((Date.now() - lastSavedAt) / 1000)))}
    </span>
  )
}
