/**
 * What is typed and not yet answered, kept on this machine against a crash or a closed window. Each window keeps its own,
 * so that two windows on one form never write over each other; what a window left behind is taken over by the next one
 * that opens the form. A window shows that it lives by a lock that goes with it.
 */
import type { EditQueue } from '#core/form/edit-queue.ts'
import { randomKey } from '../../platform/random-key.ts'
import type { Said } from './said.ts'

interface Kept {
  readonly at: number
  readonly queue: EditQueue<Said>
}

const windowId = randomKey()
const separator = '@'
const nameOf = (id: string): string => `edits-window:${id}`
let isShown = false

/** Without locks (plain http on a local network) every other window counts as gone; sending twice changes nothing. */
function showLife(): void {
  if (isShown || !('locks' in navigator)) return
  isShown = true
  void navigator.locks.request(nameOf(windowId), () => new Promise(() => {}))
}

export function restored(place: string): EditQueue<Said> {
  showLife()
  return read(keyOf(place)).queue
}

/** A full or forbidden storage loses nothing that is on screen; it only would not outlive the window. */
export function store(place: string, queue: EditQueue<Said>): void {
  const kept: Kept = { at: Date.now(), queue }
  try {
    if (queue.length === 0) localStorage.removeItem(keyOf(place))
    else localStorage.setItem(keyOf(place), JSON.stringify(kept))
  } catch {
    return
  }
}

/** What windows that are gone left for this form, the newest first. It is this window's from now on: `take` keeps it. */
export async function takeOver(place: string, take: (queue: EditQueue<Said>) => void): Promise<void> {
  const left = Object.keys(localStorage)
    .filter((key) => key !== keyOf(place) && (key === prefixOf(place) || key.startsWith(prefixOf(place) + separator)))
    .map((key) => ({ key, kept: read(key) }))
    .sort((a, b) => b.kept.at - a.kept.at)
  for (const { key, kept } of left) {
    await whenGone(key.slice(prefixOf(place).length + separator.length), () => {
      take(kept.queue)
      localStorage.removeItem(key)
    })
  }
}

async function whenGone(id: string, run: () => void): Promise<void> {
  if (id === '' || !('locks' in navigator)) return run()
  await navigator.locks.request(nameOf(id), { ifAvailable: true }, (lock) => {
    if (lock !== null) run()
  })
}

const prefixOf = (place: string): string => `edits:${place}`
const keyOf = (place: string): string => prefixOf(place) + separator + windowId

function read(key: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '[]') as Kept | EditQueue<Said>
    return 'queue' in kept ? kept : { at: 0, queue: kept }
  } catch {
    return { at: 0, queue: [] }
  }
}
