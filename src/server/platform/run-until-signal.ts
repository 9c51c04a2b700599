/**
 * The frame of a main file: says a refusal to start in plain words (exit code 2), and on SIGINT or SIGTERM stops what
 * was started, in the order given, once, however many signals arrive; a stop that hangs is cut off.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { StartupRefusal } from './startup-refusal.ts'

export type Stop = () => Promise<void>

const patience = 15_000

/** Prints why the program does not start or failed, and ends it. */
export function endWith(error: unknown): never {
  if (error instanceof StartupRefusal) {
    console.error(error.message)
    process.exit(2)
  }
  console.error(error)
  process.exit(1)
}

/** npm does not pass SIGTERM on to what it runs: when npm is gone, nobody is left to stop us. */
function onParentGone(act: () => void): void {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    act()
  }, 300)
  timer.unref()
}

async function stopAll(stops: readonly Stop[]): Promise<void> {
  for (const stop of stops.toReversed()) {
    const late = wait(patience, 'late', { ref: false })
    if ((await Promise.race([stop(), late])) === 'late') console.error('Một phần của hệ thống không dừng kịp, bỏ qua.')
  }
}

/**
 * `start` hands over how to stop each part as soon as that part runs; parts are stopped last to first, also when a
 * later part did not start. A signal during the start takes effect right after it.
 */
export async function runUntilSignal(start: (stopLater: (stop: Stop) => void) => Promise<void>): Promise<void> {
  const stops: Stop[] = []
  const signal = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve())
    // A parent that started us with a channel and is gone was killed.
    process.on('disconnect', () => resolve())
    onParentGone(resolve)
  })
  try {
    await start((stop) => stops.push(stop))
  } catch (error) {
    await stopAll(stops)
    endWith(error)
  }
  await signal
  await stopAll(stops)
  process.exit(0)
}
