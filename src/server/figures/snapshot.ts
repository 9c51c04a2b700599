/** A snapshot of the database as `pg_current_snapshot` writes it: which transactions it sees. */
export interface Snapshot {
  readonly text: string
  /** Transactions from here on had not begun. */
  readonly end: bigint
  /** Begun before that, and still running. */
  readonly running: ReadonlySet<bigint>
}

/** `<first running>:<end>:<running, …>` */
export function parseSnapshot(text: string): Snapshot {
  const [, end = '0', running = ''] = text.split(':')
  return { text, end: BigInt(end), running: new Set(running.split(',').filter(Boolean).map(BigInt)) }
}

/** Whether `later` sees every transaction that `earlier` sees. */
export function seesAllOf(later: Snapshot, earlier: Snapshot): boolean {
  const wasRunning = (id: bigint) => id >= earlier.end || earlier.running.has(id)
  return later.end >= earlier.end && [...later.running].every(wasRunning)
}
