import type { Change } from '#contract/changes.ts'

/**
 * What of these has not been heard: a change that is told early comes again in its place, when whatever began before it
 * has ended, and by then what it says has been read.
 */
export function heardOnce(): (changes: readonly Change[], isEarly?: boolean) => readonly Change[] {
  const toldEarly = new Set<string>()
  return (changes, isEarly = false) => {
    const fresh = changes.filter(({ position }) => !toldEarly.has(position))
    for (const { position } of changes) {
      if (isEarly) toldEarly.add(position)
      else toldEarly.delete(position)
    }
    return fresh
  }
}
