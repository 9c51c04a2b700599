/** What is typed and not yet answered, in memory for the page; the storage keeps it on this machine. */
import type { EditQueue } from '#core/form/edit-queue.ts'
import { restored, store } from './edit-storage.ts'
import type { Said } from './said.ts'

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

export function holdState(place: string): StateHolder {
  let state: EditState = { queue: restored(place), justSaved: new Set(), lastSavedAt: null }
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set: (next) => {
      state = { ...state, ...next }
      if (next.queue !== undefined) store(place, next.queue)
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
