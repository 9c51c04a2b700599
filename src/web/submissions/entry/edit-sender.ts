/** Sends the queue in order, one request at a time, each under a ticket that repeats until its answer is known. */
import { type CellEditResult, cellEditResults, type FormCellView } from '#contract/submissions.ts'
import { answered, sent, toSend } from '#core/form/edit-queue.ts'
import { cellName } from '#core/form/layout.ts'
import { call } from '../../platform/api.ts'
import { isConnected, onConnection } from '../../platform/connection.ts'
import { randomKey } from '../../platform/random-key.ts'
import { isSessionEnded, onSessionEnd } from '../../platform/session-end.ts'
import type { StateHolder } from './edit-state.ts'
import { answerOf, mayRepeat, refusalOf, sameSaid, wireEdit } from './edit-wire.ts'

export interface Receiver {
  /** Address of the form's edits. */
  readonly path: string
  /** Cells as the server has them now. */
  readonly onAnswered: (cells: readonly FormCellView[]) => void
  /** The whole block was refused: the submission moved on. */
  readonly onRefused: () => void
}

const mostAtOnce = 500
const retryAfter = 5000
const checkShownFor = 3000

export function createSender(holder: StateHolder, receiver: Receiver) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSending = false
  let isRunning = false

  const wake = (after: number): void => {
    if (!isRunning) return
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), after)
  }
  async function flush(): Promise<void> {
    if (isSending || !isConnected() || isSessionEnded()) return
    isSending = true
    const next = await sendBatch(holder, receiver)
    isSending = false
    if (next === 'more') wake(0)
    if (next === 'later') wake(retryAfter)
  }
  /** Begins sending; the returned function stops it, keeping what waits. */
  const start = (): (() => void) => {
    isRunning = true
    const stopHearing = [onConnection(() => wake(0)), onSessionEnd(() => wake(0))]
    wake(0)
    return () => {
      clearTimeout(timer)
      for (const stop of stopHearing) stop()
      void flush()
      isRunning = false
    }
  }
  return { wake, start }
}

async function sendBatch(holder: StateHolder, receiver: Receiver): Promise<'empty' | 'more' | 'later'> {
  const batch = toSend(holder.get().queue, mostAtOnce)
  if (batch.length === 0) return 'empty'
  const ticket = batch[0]?.sent?.ticket ?? randomKey()
  const cells = batch.map(({ cell }) => cell)
  holder.set({ queue: sent(holder.get().queue, cells, ticket) })
  const going = holder.get().queue.filter((edit) => edit.sent?.ticket === ticket)
  const body = { edits: going.map((edit) => wireEdit(edit.cell, edit.sent)) }
  try {
    const { results } = await call({
      path: receiver.path,
      method: 'POST',
      body,
      key: ticket,
      whenEnded: 'tell',
      answer: cellEditResults,
    })
    // The server's cells first: a cell must not fall back to its old value when its edit leaves the queue.
    receiver.onAnswered(results.flatMap((result) => (result.outcome === 'refused' ? [] : [result.cell])))
    take(holder, results, ticket)
    return 'more'
  } catch (error) {
    // Who has to sign in again has not been told no.
    if (mayRepeat(error) || isSessionEnded()) return 'later'
    const answer = refusalOf(error)
    const refuse = (queue: ReturnType<StateHolder['get']>['queue'], cell: string) =>
      answered(queue, { cell, ticket, answer }, sameSaid)
    holder.set({ queue: cells.reduce(refuse, holder.get().queue) })
    receiver.onRefused()
    return 'more'
  }
}

function take(holder: StateHolder, results: readonly CellEditResult[], ticket: string): void {
  let { queue } = holder.get()
  const saved: string[] = []
  for (const result of results) {
    const cell = cellName(result.outcome === 'refused' ? result : result.cell)
    queue = answered(queue, { cell, ticket, answer: answerOf(result) }, sameSaid)
    if (result.outcome === 'saved') saved.push(cell)
  }
  const justSaved = new Set([...holder.get().justSaved, ...saved])
  holder.set({ queue, justSaved, ...(saved.length > 0 ? { lastSavedAt: Date.now() } : {}) })
  setTimeout(() => {
    holder.set({ justSaved: new Set([...holder.get().justSaved].filter((cell) => !saved.includes(cell))) })
  }, checkShownFor)
}
