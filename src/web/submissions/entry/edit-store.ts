/**
 * What is typed in one form, on its way to the server. A refusal or a conflict stays at its cell. When the connection is
 * lost, it waits on this machine and goes on by itself.
 */
import { adopted, decided, type EditQueue, queued } from '#core/form/edit-queue.ts'
import { createSender, type Receiver } from './edit-sender.ts'
import { type EditState, holdState } from './edit-state.ts'
import { takeOver } from './edit-storage.ts'
import type { Said } from './said.ts'

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

/** `place` names the form, the account and the agency acted for. */
export function createEditStore(place: string, receiver: Receiver): EditStore {
  const holder = holdState(place)
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
    start: () => {
      const stop = sender.start()
      void takeOver(place, (left) => {
        holder.set({ queue: adopted(holder.get().queue, left) })
        sender.wake(0)
      })
      return stop
    },
  }
}
