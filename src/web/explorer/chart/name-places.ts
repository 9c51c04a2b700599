/** Where names stand beside and below the lines so that none lies on another; in pixels from the top left. */

const nameHeight = 16

/** Heights of the names at the ends of the lines: moved down where they would lie on one another, then up above `lowest`. */
export function namePlaces(wanted: readonly number[], lowest: number): readonly number[] {
  const inOrder = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at)
  let free = -Infinity
  const down = inOrder.map(({ at, index }) => {
    const place = Math.max(at, free)
    free = place + nameHeight
    return { place, index }
  })
  const placed = new Map<number, number>()
  let limit = lowest
  for (const { place, index } of down.reverse()) {
    const at = Math.min(place, limit)
    placed.set(index, at)
    limit = at - nameHeight
  }
  return wanted.map((at, index) => placed.get(index) ?? at)
}

const [letterWidth, tickGap] = [6.2, 10]

/** Every how many-th period has its name under an axis of that length. */
export function tickEvery(periods: readonly string[], length: number): number {
  const room = Math.max(0, ...periods.map((name) => name.length)) * letterWidth + tickGap
  return Math.max(1, Math.ceil(((periods.length - 1) * room) / length))
}
