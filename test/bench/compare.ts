/** Two programs measured in turns, so that whatever else the machine does hurts both, and told as ratios first. */
import type { Measured } from './load.ts'

export interface Compared {
  readonly name: string
  readonly ours: () => Promise<Measured>
  readonly theirs: () => Promise<Measured>
  /** At least this part of the reference's capacity, at most this many times its 95th percentile. */
  readonly target: { readonly capacity: number; readonly p95: number }
}

const rounds = 6

function middle(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b)
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2
}

function told({ perSecond, p50, p95 }: Measured): string {
  return `${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
}

function middleOf(of: readonly Measured[]): Measured {
  const by = (key: keyof Measured) => middle(of.map((m) => m[key]))
  return { perSecond: by('perSecond'), p50: by('p50'), p95: by('p95') }
}

/** The first round of each warms up and is not counted. True when both targets are met. */
export async function compare({ name, ours, theirs, target }: Compared): Promise<boolean> {
  const mine: Measured[] = []
  const other: Measured[] = []
  for (let round = 0; round <= rounds; round++) {
    const [a, b] = [await ours(), await theirs()]
    if (round === 0) continue
    mine.push(a)
    other.push(b)
  }
  const ratio = (key: keyof Measured) => middle(mine.map((m, n) => m[key] / (other[n]?.[key] ?? Number.NaN)))
  const [capacity, p95] = [ratio('perSecond'), ratio('p95')]
  const isMet = capacity >= target.capacity && p95 <= target.p95
  console.log(
    `${name}: capacity × ${capacity.toFixed(2)} (at least ${target.capacity}), p95 × ${p95.toFixed(2)} (at most ${target.p95})`,
  )
  console.log(`  ours      ${told(middleOf(mine))}`)
  console.log(`  reference ${told(middleOf(other))}`)
  return isMet
}
