/**
 * Functions that read their argument from another place: another period, scenario, vintage or area. Each takes any
 * expression, also one that moves again, so `lastYear(ytd([TC.01]))` needs no rule of its own.
 */
import { vintages } from '../figure/vintage.ts'
import { addUp, isAwaited } from '../quantity/add-up.ts'
import type { Outcome } from '../quantity/outcome.ts'
import type { Calculate } from './calculation.ts'
import type { Call } from './formula.ts'
import type { Shift, Viewpoint } from './viewpoint.ts'

/** How the call moves its argument; nothing for a function that does not, or whose second argument selects nothing. */
export function shiftOf({ name, operands }: Call): Shift | undefined {
  const [first, second] = operands
  const text = second?.kind === 'string' ? second.text : undefined
  switch (name) {
    case 'previous':
    case 'lastYear':
      return { kind: name }
    case 'ytd':
      return { kind: 'yearToDate' }
    case 'plan':
      return second === undefined || text !== undefined ? { kind: 'plan', version: text ?? '' } : undefined
    case 'at':
      return text === undefined ? undefined : { kind: 'at', area: text }
    case 'vintage': {
      const vintage = vintages.find((each) => each === text)
      return vintage && { kind: 'vintage', vintage }
    }
    case 'growth':
    case 'index':
      return second === undefined && first ? { kind: 'lastYear' } : undefined
    case 'share':
      return second === undefined && first ? { kind: 'parent' } : undefined
    default:
      return undefined
  }
}

/** Whether a call reads from another place than its own, so that only a caller who knows places can compute it. */
export function movesPlace(call: Call): boolean {
  return call.name === 'children' || movesAlways.includes(call.name) || shiftOf(call) !== undefined
}

const movesAlways: readonly string[] = ['at', 'plan', 'vintage']

/** Computed once from each place: growth of growth of … else takes twice as long with every level. */
export function remembered(argument: Calculate): Calculate {
  const known = new WeakMap<Viewpoint, Outcome>()
  return (from) => {
    const outcome = known.get(from) ?? argument(from)
    known.set(from, outcome)
    return outcome
  }
}

export function moved(argument: Calculate, shift: Shift): Calculate {
  return (from) => {
    const there = from.shifted(shift)
    return 'kind' in there ? there : argument(there)
  }
}

/**
 * The argument at each area directly below, added up. An area without a figure leaves the sum partial and is named by
 * its code; where nobody reports «không phân bổ», nothing is missed.
 */
export function sumBelow(argument: Calculate): Calculate {
  return (from) => {
    const areas = from.below()
    if ('kind' in areas) return areas
    const parts = areas.map(({ area, isOptional, viewpoint }) => {
      return { label: area, outcome: argument(viewpoint), isOptional }
    })
    return addUp(parts.filter(({ isOptional, outcome }) => !(isOptional && isAwaited(outcome))))
  }
}
