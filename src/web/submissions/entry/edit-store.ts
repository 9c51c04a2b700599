/**
 * Sends what is typed in one form, in order, one request at a time; keeps it on this machine until the server has
 * answered. A refusal or a conflict stays at its cell. When the connection is lost, it waits and goes on by itself.
 */
import type { WireValue } from '#contract/common.ts'
import { type CellEditResult, cellEditResults, type FormCellView } from '#contract/submissions.ts'
import { answered, decided, type EditQueue, queued, sent, toSend } from '#core/form/edit-queue.ts'
import { cellName } from '#core/form/layout.ts'
import { call } from '../../platform/api.ts'
import { isConnected, onConnection } from '../../platform/connection.ts'
import { ConnectionError, ProblemError } from '../../platform/problem-error.ts'
import { randomKey } from '../../platform/random-key.ts'

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

export interface EditStore {
  readonly subscribe: (listener: () => void) => () => void
  readonly state: () => EditState
  readonly say: (
    edits: readonly { readonly cell: string; readonly said: Said; readonly seenRevision: number }[],
  ) => void
  readonly decide: (cell: string, keep: 'mine' | 'theirs') => void
  /** Begins sending; the returned function stops it, keeping what waits. */
  readonly start: () => () => void
}

interface StoreOf {
  /** Address of the form's edits. */
  readonly path: string
  readonly storageKey: string
  /** Cells as the server has them now. */
  readonly onAnswered: (cells: readonly FormCellView[]) => void
  /** The whole block was refused: the submission moved on. */
  readonly onRefused: () => void
}

const gatherFor = 250
const mostAtOnce = 500
const retryAfter = 5000
const checkShownFor = 3000

const sameSaid = (a: Said, b: Said): boolean => a.note === b.note && JSON.stringify(a.value) === JSON.stringify(b.value)

export function createEditStore({ path, storageKey, onAnswered, onRefused }: StoreOf): EditStore {
  let state: EditState = { queue: restored(storageKey), justSaved: new Set(), lastSavedAt: null }
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSending = false
  let isRunning = false
  const listeners = new Set<() => void>()

  const set = (next: Partial<EditState>): void => {
    state = { ...state, ...next }
    if (next.queue !== undefined) store(storageKey, next.queue)
    for (const listener of listeners) listener()
  }
  const wake = (after: number): void => {
    if (!isRunning) return
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), after)
  }

  async function flush(): Promise<void> {
    const batch = isSending || !isConnected() ? [] : toSend(state.queue, mostAtOnce)
    if (batch.length === 0) return
    const ticket = batch[0]?.sent?.ticket ?? randomKey()
    const cells = batch.map(({ cell }) => cell)
    isSending = true
    set({ queue: sent(state.queue, cells, ticket) })
    const going = state.queue.filter((edit) => edit.sent?.ticket === ticket)
    try {
      const body = { edits: going.map(({ cell, sent: it }) => wireEdit(cell, it)) }
      const { results } = await call({ path, method: 'POST', body, key: ticket, answer: cellEditResults })
      take(results, ticket)
      wake(0)
    } catch (error) {
      if (!mayRepeat(error)) {
        const answer = { kind: 'refused', ...refusalOf(error) } as const
        set({ queue: cells.reduce((queue, cell) => answered(queue, { cell, ticket, answer }, sameSaid), state.queue) })
        onRefused()
      } else wake(retryAfter)
    } finally {
      isSending = false
    }
  }

  function take(results: readonly CellEditResult[], ticket: string): void {
    let { queue } = state
    const saved: string[] = []
    for (const result of results) {
      const cell = result.outcome === 'refused' ? cellName(result) : cellName(result.cell)
      queue = answered(queue, { cell, ticket, answer: answerOf(result) }, sameSaid)
      if (result.outcome === 'saved') saved.push(cell)
    }
    onAnswered(results.flatMap((result) => (result.outcome === 'refused' ? [] : [result.cell])))
    const justSaved = new Set([...state.justSaved, ...saved])
    set({ queue, justSaved, ...(saved.length > 0 ? { lastSavedAt: Date.now() } : {}) })
    setTimeout(
      () => set({ justSaved: new Set([...state.justSaved].filter((cell) => !saved.includes(cell))) }),
      checkShownFor,
    )
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,
    say: (edits) => {
      const add = (queue: EditQueue<Said>, { cell, said, seenRevision }: (typeof edits)[number]): EditQueue<Said> =>
        queued(queue, { cell, value: said, seenRevision })
      set({ queue: edits.reduce(add, state.queue) })
      wake(gatherFor)
    },
    decide: (cell, keep) => {
      set({ queue: decided(state.queue, cell, keep) })
      wake(0)
    },
    start: () => {
      isRunning = true
      const stopHearing = onConnection(() => wake(0))
      wake(0)
      return () => {
        isRunning = false
        clearTimeout(timer)
        stopHearing()
        void flush()
      }
    },
  }
}

function wireEdit(cell: string, it: { readonly value: Said; readonly baseRevision: number } | undefined) {
  const dot = cell.indexOf('.')
  return {
    row: cell.slice(0, dot),
    column: cell.slice(dot + 1),
    value: it?.value.value,
    note: it?.value.note,
    seen: it?.baseRevision,
  }
}

function answerOf(result: CellEditResult) {
  switch (result.outcome) {
    case 'saved':
      return { kind: 'saved', revision: result.cell.revision } as const
    case 'refused':
      return { kind: 'refused', code: result.code, details: result.message } as const
    case 'conflict': {
      const { value, note, revision, enteredBy, enteredAt } = result.cell
      const theirs = { value: { value, note }, revision, by: enteredBy?.name ?? '', at: enteredAt ?? '' }
      return { kind: 'conflict', theirs } as const
    }
  }
}

/** Nothing is known about the outcome, or the server asks to come again: the same ticket goes once more. */
function mayRepeat(error: unknown): boolean {
  if (error instanceof ConnectionError) return true
  return error instanceof ProblemError && (error.problem.status === 429 || error.problem.status >= 500)
}

function refusalOf(error: unknown): { code: string; details: unknown } {
  if (error instanceof ProblemError) return { code: error.problem.code, details: error.problem.detail }
  return { code: 'system.failed', details: String(error) }
}

function restored(storageKey: string): EditQueue<Said> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '[]') as EditQueue<Said>
  } catch {
    return []
  }
}

function store(storageKey: string, queue: EditQueue<Said>): void {
  if (queue.length === 0) localStorage.removeItem(storageKey)
  else localStorage.setItem(storageKey, JSON.stringify(queue))
}
