/**
 * Edits on their way to the server, kept on this machine while there is no connection. One pending edit per cell: a later
 * one folds in, keeping the revision that was seen first, so that a conflict is found against what the person really saw.
 * An edit that is on its way is not altered: it is sent again under the same ticket until its answer is known, and what
 * was typed meanwhile follows it. Another account on the same machine has another queue.
 */
export interface QueueOwner {
  readonly account: string
  readonly actingAgency: string
  readonly submission: string
}

export const queueKey = ({ account, actingAgency, submission }: QueueOwner): string =>
  JSON.stringify([account, actingAgency, submission])

/** Somebody else's value, which the server holds now. */
export interface TheirEdit<Value> {
  readonly value: Value
  readonly revision: number
  readonly by: string
  readonly at: string
}

export interface SentEdit<Value> {
  /** Names this attempt and its repetitions; the idempotency key of the request. */
  readonly ticket: string
  readonly value: Value
  readonly baseRevision: number
}

export interface PendingEdit<Value> {
  readonly cell: string
  /** What the person wants the cell to say now. */
  readonly value: Value
  /** Revision of the cell that was on screen when the person began; 0 for a cell that was never entered. */
  readonly baseRevision: number
  readonly sent?: SentEdit<Value>
  /** Waits for the person, and is not sent until then. */
  readonly halted?:
    | { readonly kind: 'refused'; readonly code: string; readonly details: unknown }
    | { readonly kind: 'conflict'; readonly theirs: TheirEdit<Value> }
}

/** In the order of first edits, which is the order of sending. */
export type EditQueue<Value> = readonly PendingEdit<Value>[]

export type EditAnswer<Value> =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'refused'; readonly code: string; readonly details: unknown }
  | { readonly kind: 'conflict'; readonly theirs: TheirEdit<Value> }

export const emptyQueue: EditQueue<never> = []

/** Folds into the edit that waits for the same cell. A new value takes back a refusal; a conflict stays to be decided. */
export function queued<Value>(
  queue: EditQueue<Value>,
  edit: { readonly cell: string; readonly value: Value; readonly seenRevision: number },
): EditQueue<Value> {
  const { cell, value, seenRevision } = edit
  const waiting = queue.find((pending) => pending.cell === cell)
  if (waiting === undefined) return [...queue, { cell, value, baseRevision: seenRevision }]
  const { halted, ...rest } = waiting
  const kept = halted?.kind === 'conflict' ? { halted } : {}
  return replaced(queue, { ...rest, ...kept, value })
}

/** Takes over what another window left behind; what waits here for the same cell is newer and stays. */
export function adopted<Value>(queue: EditQueue<Value>, left: EditQueue<Value>): EditQueue<Value> {
  const here = new Set(queue.map(({ cell }) => cell))
  return [...queue, ...left.filter(({ cell }) => !here.has(cell))]
}

/** Up to `limit` edits to send now. Those sent without an answer come again, unchanged; the others wait behind them. */
export function toSend<Value>(queue: EditQueue<Value>, limit: number): readonly PendingEdit<Value>[] {
  const unanswered = queue.filter((edit) => edit.sent !== undefined)
  const ready = queue.filter((edit) => edit.sent === undefined && edit.halted === undefined)
  return (unanswered.length > 0 ? unanswered : ready).slice(0, limit)
}

/** Marks edits as on their way, each under the ticket of its request. An edit that has a ticket keeps it. */
export function sent<Value>(queue: EditQueue<Value>, cells: readonly string[], ticket: string): EditQueue<Value> {
  return queue.map((edit) => {
    if (!cells.includes(edit.cell) || edit.sent !== undefined) return edit
    return { ...edit, sent: { ticket, value: edit.value, baseRevision: edit.baseRevision } }
  })
}

/**
 * Takes the server's answer for one cell. An answer to another ticket is an echo and changes nothing. Saved: the edit
 * leaves the queue, unless the person typed on; then it waits on top of the revision just saved.
 */
export function answered<Value>(
  queue: EditQueue<Value>,
  reply: { readonly cell: string; readonly ticket: string; readonly answer: EditAnswer<Value> },
  same: (a: Value, b: Value) => boolean,
): EditQueue<Value> {
  const edit = queue.find((pending) => pending.cell === reply.cell)
  if (edit?.sent === undefined || edit.sent.ticket !== reply.ticket) return queue
  const { sent: sentEdit, ...rest } = edit
  const hasTypedOn = !same(sentEdit.value, edit.value)
  const { answer } = reply
  switch (answer.kind) {
    case 'saved':
      if (!hasTypedOn) return queue.filter((pending) => pending !== edit)
      return replaced(queue, { ...rest, baseRevision: answer.revision })
    case 'refused':
      return replaced(queue, hasTypedOn ? rest : { ...rest, halted: answer })
    case 'conflict':
      return replaced(queue, { ...rest, halted: answer })
  }
}

/** The person has seen both values. Mine: it is sent on top of theirs. Theirs: the pending edit is dropped. */
export function decided<Value>(queue: EditQueue<Value>, cell: string, keep: 'mine' | 'theirs'): EditQueue<Value> {
  const edit = queue.find((pending) => pending.cell === cell)
  if (edit?.halted?.kind !== 'conflict') return queue
  if (keep === 'theirs') return queue.filter((pending) => pending !== edit)
  const { halted, ...rest } = edit
  return replaced(queue, { ...rest, baseRevision: halted.theirs.revision })
}

const replaced = <Value>(queue: EditQueue<Value>, edit: PendingEdit<Value>): EditQueue<Value> =>
  queue.map((pending) => (pending.cell === edit.cell ? edit : pending))
