/**
 * What is typed in one form, on its way to the server. A refusal or a conflict stays at its cell. When the connection is
 * lost, it waits on this machine and goes on by itself.
 */
import { decided, type EditQueue, queued } from '#core/form/edit-queue.ts'
import { createSender, type Receiver } from './edit-sender.ts'
import { type EditState, holdState, type Said } from './edit-state.ts'

export interface Saying {
  readonly cell: string
  readonly said: Said
  readonly seenRevision: number
}

export interface EditStore {
  readonly subscribe: (listener: () => void) => () => void
  readonly state: () => EditState
  readonly say: (edits: readonly Saying[]) => void
  readonly decide: (cell: string, keep: 'mine' | 'theirs') => void
  readonly start: () => () => void
}

const gatherFor = 250

export function createEditStore(storageKey: string, receiver: Receiver): EditStore {
  const holder = holdState(storageKey)
  const sender = createSender(holder, receiver)
  const add = (queue: EditQueue<Said>, { cell, said, seenRevision }: Saying): EditQueue<Said> =>
    queued(queue, { cell, value: said, seenRevision })
  return {
    subscribe: holder.subscribe,
    state: holder.get,
    say: (edits) => {
      holder.set({ queue: edits.reduce(add, holder.get().queue) })
      sender.wake(gatherFor)
    },
    decide: (cell, keep) => {
      holder.set({ queue: decided(holder.get().queue, cell, keep) })
      sender.wake(0)
    },
    start: sender.start,
  }
}
