/**
 * What happened in a month as each agency knows it in the end, in whole steps of the indicator's last decimal, and what
 * it had estimated. Figures of a department add up over its districts; a district's own may say something else.
 */
import { draw, sway } from './draw.ts'
import { amountOf, inSteps, type Level, type Levels, type Month } from './levels.ts'

export interface Place {
  readonly agency: string
  readonly indicator: string
  readonly area: string
  readonly decimals: number
}

export const provinceArea = '83'
export const unallocatedArea = '83-KPB'

/** The district whose own rice figures always differ from the department's. */
const differingDistrict = '836'

/** Sums of other figures rather than figures of their own. */
const budgetParts = [
  ...Array.from({ length: 11 }, (_, index) => `TC.01.1.${index + 1}`),
  ...['TC.01.2.1', 'TC.01.2.2', 'TC.01.2.3', 'TC.01.3'],
]

export function truthOf(levels: Levels, place: Place, month: Month): number {
  const level = levels.of(place.indicator)
  if (place.area === unallocatedArea) return unallocated(levels, place, month)
  if (place.area !== provinceArea) return inDistrict(levels, place, month)
  if (place.indicator === 'TC.01') return budgetOf(levels, place, month)
  const isSummed = place.indicator === 'NN.03' || place.indicator === 'LD.01'
  if (!isSummed) return stepsOf(level, place, month)
  const parts = [...levels.districts, unallocatedArea].map((area) => truthOf(levels, { ...place, area }, month))
  return parts.reduce((sum, part) => sum + part, 0)
}

function stepsOf(level: Level, { decimals }: Place, month: Month): number {
  return inSteps(amountOf(level, month), decimals)
}

/** The finance department's own count: mostly that of its sources, sometimes apart by what is not reconciled yet. */
function budgetOf(levels: Levels, place: Place, month: Month): number {
  const sum = budgetParts.reduce((total, part) => total + inSteps(amountOf(levels.of(part), month), place.decimals), 0)
  if (draw('reconciled', month.year, month.month) < 0.6) return sum
  return sum + Math.round(sum * 0.008 * sway('unreconciled', month.year, month.month))
}

function unallocated(levels: Levels, place: Place, month: Month): number {
  if (place.indicator !== 'LD.01') return 0
  return Math.round(stepsOf(levels.of(place.indicator), place, month) * 0.05)
}

function inDistrict(levels: Levels, place: Place, month: Month): number {
  const level = levels.of(place.indicator)
  const share = levels.shareOf(level, place.area) / 100
  const own = 1 + (level.noise / 200) * sway(level.group, place.area, month.year, month.month)
  const steps = inSteps(amountOf(level, month) * share * own, place.decimals)
  const isOwnView = place.agency.startsWith('UBND-')
  return isOwnView && place.indicator === 'NN.03' ? steps + deviation(steps, place, month) : steps
}

function deviation(steps: number, { area }: Place, { year, month }: Month): number {
  const isDiffering = area === differingDistrict || draw('differs', area, year, month) < 0.08
  return isDiffering ? Math.round(steps * (0.012 + 0.02 * draw('deviation', area, year, month))) : 0
}

/** How far off the estimate of the month was, as a factor; 1 for what is not revised later. */
function slipOf(level: Level, { agency }: Place, { year, month }: Month): number {
  if (level.months === null || draw('revised', agency, level.group, year, month) > 0.28) return 1
  return 1 + 0.018 * sway('slip', agency, level.group, year, month)
}

export function estimateOf(levels: Levels, place: Place, month: Month): number {
  const isSummed = place.area === provinceArea && (place.indicator === 'NN.03' || place.indicator === 'LD.01')
  if (isSummed) {
    const parts = [...levels.districts, unallocatedArea].map((area) => estimateOf(levels, { ...place, area }, month))
    return parts.reduce((sum, part) => sum + part, 0)
  }
  return Math.round(truthOf(levels, place, month) * slipOf(levels.of(place.indicator), place, month))
}

/** Null when the estimate proved right. */
export function revisedOf(levels: Levels, place: Place, month: Month): number | null {
  const truth = truthOf(levels, place, month)
  return truth === estimateOf(levels, place, month) ? null : truth
}
