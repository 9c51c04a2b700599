/** A small world to compute random formulas in: five areas on three levels, a rate, a stock, plans, revisions and gaps. */
import { aCatalogue, anIndicator } from './readings.ts'

export const worldAreas = ['83', '831', '832', '83101', '83102', '83-KPB']

export const worldCatalogue = aCatalogue(
  [
    anIndicator('A'),
    anIndicator('B'),
    anIndicator('T', { formula: '[A] + [B]' }),
    anIndicator('R', { nature: 'rate', areaAggregation: 'formula', formula: '[A] / [B] * 100' }),
    anIndicator('S', { nature: 'stock' }),
    anIndicator('P', { nature: 'rate', areaAggregation: 'none', isPublishedAsIs: true }),
  ],
  { '831': '83', '832': '83', '83-KPB': '83', '83101': '831', '83102': '831' },
)

export const worldCodes = ['A', 'B', 'T', 'R', 'S', 'P', 'unknown']

const hows = ['estimate', 'preliminary', 'official', '-', 'plan/HĐND', 'plan/UBND', 'plan']
const values = ['0', '–', '×', '12.5', '-3', '1000000', '0.000001', '7', '123456789012.345678', '99.99']

/** Figures of two years, with many gaps, as lines; the same for the same seed. */
export function worldFigures(seed: number, count: number): readonly string[] {
  let state = seed
  const pick = <T>(from: readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return from[Math.floor((state / 2_147_483_648) * from.length)] as T
  }
  const periods = ['2020', '2021', '2021-Q1', '2021-Q2', '2020-Q2', '2021-YTD05', '2021-6M', '2020-6M']
  const months = Array.from({ length: 12 }, (_, n) => String(n + 1).padStart(2, '0'))
  const all = [...periods, ...months.flatMap((month) => [`2020-${month}`, `2021-${month}`])]
  return Array.from({ length: count }, () =>
    [pick(worldCodes), pick(worldAreas), pick(all), pick(hows), pick(values)].join(' '),
  )
}
