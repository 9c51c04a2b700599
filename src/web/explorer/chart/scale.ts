/** Axes with round steps. Bars always start at 0; a line may leave it out where its figures lie far above. */
export interface Scale {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
}

const roundSteps = [1, 2, 2.5, 5, 10]

interface ScaleOptions {
  readonly isZeroKept: boolean
  /** About as many as there is room for. */
  readonly steps: number
}

export function scaleOf(sizes: readonly number[], { isZeroKept, steps }: ScaleOptions): Scale {
  const [least, most] = [Math.min(...sizes, Infinity), Math.max(...sizes, -Infinity)]
  if (least > most) return { from: 0, to: 1, ticks: [0, 1] }
  const leavesZero = !isZeroKept && least > 0 && least > most * 0.6
  const [low, high] = [leavesZero ? least : Math.min(0, least), Math.max(leavesZero ? most : 0, most)]
  const step = roundStep((high - low || Math.abs(high) || 1) / steps)
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)]
  const ticks = Array.from({ length: Math.max(last - first, 1) + 1 }, (_, at) => (first + at) * step)
  return { from: ticks[0] ?? 0, to: ticks.at(-1) ?? 1, ticks }
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return (roundSteps.find((step) => step * power >= rough) ?? 10) * power
}

export function placeOn({ from, to }: Scale, size: number, length: number): number {
  return ((size - from) / (to - from)) * length
}
