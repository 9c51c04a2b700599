/**
 * A total is read where its agency said it, and else computed: so its release time keeps it only as long as one of its parts
 * waits too, and a part can be told from its total and the others where the total does not wait.
 */
import type { Formula } from '#core/formula/formula.ts'
import type { Db } from '../platform/database.ts'
import { formulasOf, inputsOf } from './formula-words.ts'
import type { Catalogue } from './readings.ts'
import { pendingReleases } from './releases.ts'

/** Milliseconds since 1970 until which an indicator waits, by its code. */
export type Waiting = (code: string) => number | undefined

interface At {
  readonly catalogue: Pick<Catalogue, 'indicators'>
  readonly spanId: number
  readonly now: string
}

/** Of one span, as it holds now. */
export async function waitingAt(db: Db, { catalogue, spanId, now }: At): Promise<Waiting> {
  const pending = await pendingReleases(db, now)
  return (code) => {
    const until = pending.get(catalogue.indicators.get(code)?.id ?? 0)?.get(spanId)
    return until === undefined ? undefined : Date.parse(until)
  }
}

/** Whether the figure would be computed anew by everybody before that time; never of an indicator without a formula. */
export function isKeptAlone(formula: Formula | undefined, until: number, waiting: Waiting): boolean {
  return formula !== undefined && !inputsOf(formula).some((code) => (waiting(code) ?? 0) >= until)
}

export interface TotalsOver {
  /** Computed from the indicator, and seen earlier than it. */
  readonly earlier: readonly string[]
  /** Computed from it, and left waiting alone. */
  readonly alone: readonly string[]
}

/** `waiting`: as it is to hold. */
export function totalsOver(code: string, { indicators }: Pick<Catalogue, 'indicators'>, waiting: Waiting): TotalsOver {
  const totals = [...formulasOf(indicators)].filter(([, formula]) => inputsOf(formula).includes(code))
  const until = waiting(code) ?? 0
  const codes = (those: (total: string, formula: Formula) => boolean) =>
    totals.flatMap(([total, formula]) => (those(total, formula) ? total : []))
  return {
    earlier: codes((total) => (waiting(total) ?? 0) < until),
    alone: codes((total, formula) => isKeptAlone(formula, waiting(total) ?? 0, waiting)),
  }
}
