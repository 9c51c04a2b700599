/** What is typed and not yet answered, in memory for the page and on this machine against a crash or a closed window. */
import type { WireValue } from '#contract/common.ts'
import type { EditQueue } from '#core/form/edit-queue.ts'

export interface Said {
  readonly value: WireValue
  readonly note: string
}

export interface EditState {
  readonly queue: EditQueue<Said>
  /** Cells whose ✓ still shows. */
  readonly justSaved: ReadonlySet<string>
  readonly lastSavedAt: number | null
}

export interface StateHolder {
  readonly get: () => EditState
  readonly set: (next: Partial<EditState>) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function holdState(storageKey: string): StateHolder {
  let state: EditState = { queue: restored(storageKey), justSaved: new Set(), lastSavedAt: null }
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set: (next) => {
      state = { ...state, ...next }
      if (next.queue !== undefined) store(storageKey, next.queue)
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function restored(storageKey: string): EditQueue<Said> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '[]') as EditQueue<Said>
  } catch {
    return []
  }
}

/** A full or forbidden storage loses nothing that is on screen; it only would not outlive the window. */
function store(storageKey: string, queue: EditQueue<Said>): void {
  try {
    if (queue.length === 0) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, JSON.stringify(queue))
  } catch {
    return
  }
}
