/**
 * Chance that is the same every time: a number from what it is drawn for, so that no figure depends on the order in
 * which others were made. Only operations with one result on every machine are used.
 */
type Part = string | number

/** From 0 up to, not including, 1. */
export function draw(...parts: readonly Part[]): number {
  let hash = 0x811c9dc5
  for (const unit of parts.join('|')) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000
}

/** Between −1 and 1, small deviations more often than large ones. */
export function sway(...parts: readonly Part[]): number {
  return draw('first', ...parts) + draw('second', ...parts) - 1
}

export function chosen<T>(from: readonly [T, ...T[]], ...parts: readonly Part[]): T {
  return from[Math.floor(draw(...parts) * from.length)] ?? from[0]
}
