/**
 * Undo and redo as data: every step is a set of changes made at once (one typed cell, a pasted block). Undoing is a new
 * edit with the earlier values, so it is saved, versioned and checked like any other. A cell whose value is no longer the
 * one that the step left, because somebody else has changed it since, is passed over.
 */
export interface HistoryChange<Key, Value> {
  readonly key: Key
  readonly before: Value
  readonly after: Value
}

export type HistoryStep<Key, Value> = readonly HistoryChange<Key, Value>[]

export interface EditHistory<Key, Value> {
  /** Oldest first. */
  readonly done: readonly HistoryStep<Key, Value>[]
  /** The step undone last comes last. */
  readonly undone: readonly HistoryStep<Key, Value>[]
}

/** What to write now: the value of each key, and those passed over. */
export interface Reversal<Key, Value> {
  readonly history: EditHistory<Key, Value>
  readonly changes: HistoryStep<Key, Value>
  readonly passedOver: readonly Key[]
}

const longestHistory = 200

export const emptyHistory: EditHistory<never, never> = { done: [], undone: [] }

/** A step without changes leaves the history as it is; any other ends the possibility to redo. */
export function recorded<Key, Value>(
  history: EditHistory<Key, Value>,
  step: HistoryStep<Key, Value>,
): EditHistory<Key, Value> {
  if (step.length === 0) return history
  return { done: [...history.done, step].slice(-longestHistory), undone: [] }
}

/** `holds` answers whether the cell still has the value that the step left. Undefined when there is nothing to undo. */
export function undone<Key, Value>(
  history: EditHistory<Key, Value>,
  holds: (key: Key, value: Value) => boolean,
): Reversal<Key, Value> | undefined {
  const step = history.done.at(-1)
  if (step === undefined) return undefined
  const next = { done: history.done.slice(0, -1), undone: [...history.undone, step] }
  return reversal(
    next,
    step.map(({ key, before, after }) => ({ key, before: after, after: before })),
    holds,
  )
}

/** The step undone last, again. Undefined when there is none. */
export function redone<Key, Value>(
  history: EditHistory<Key, Value>,
  holds: (key: Key, value: Value) => boolean,
): Reversal<Key, Value> | undefined {
  const step = history.undone.at(-1)
  if (step === undefined) return undefined
  return reversal({ done: [...history.done, step], undone: history.undone.slice(0, -1) }, step, holds)
}

function reversal<Key, Value>(
  history: EditHistory<Key, Value>,
  wanted: HistoryStep<Key, Value>,
  holds: (key: Key, value: Value) => boolean,
): Reversal<Key, Value> {
  const changes = wanted.filter(({ key, before }) => holds(key, before))
  const passedOver = wanted.filter((change) => !changes.includes(change)).map(({ key }) => key)
  return { history, changes, passedOver }
}
