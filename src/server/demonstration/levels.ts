/**
 * Illustrative magnitudes («số liệu minh họa»): the usual size of each indicator in the province, its growth, seasons and
 * unrest, and what share of it each district has. Amounts are whole numbers of the indicator's last decimal.
 */
import path from 'node:path'
import { invariant } from '#core/quantity/invariant.ts'
import { readCsv, referenceFolder } from '../catalogue/index.ts'
import { draw, sway } from './draw.ts'

/** The year that levels are stated for. */
const baseYear = 2024

export interface Level {
  readonly indicator: string
  /** Of a year for flows, at its start for stocks, usual for rates. */
  readonly level: number
  readonly growth: number
  readonly noise: number
  /** Share of months in which nothing occurs. */
  readonly quiet: number
  /** Indicators of one group move together. */
  readonly group: string
  readonly share: string
  /** Weights of the twelve months of a flow; null for what does not add up. */
  readonly months: readonly number[] | null
}

export interface Month {
  readonly year: number
  readonly month: number
}

export interface Levels {
  readonly of: (indicator: string) => Level
  /** Hundredths of the province's amount that fall to the district. */
  readonly shareOf: (level: Level, area: string) => number
  readonly districts: readonly string[]
}

export function readLevels(folder = referenceFolder): Levels {
  const records = readCsv(path.join(folder, 'demonstration/levels.csv'))
  const shares = new Map(
    readCsv(path.join(folder, 'demonstration/district-shares.csv')).map((record) => [record.area ?? '', record]),
  )
  const levels = new Map(
    records.map((record): [string, Level] => [
      record.indicator ?? '',
      {
        indicator: record.indicator ?? '',
        level: Number(record.level),
        growth: Number(record.growth),
        noise: Number(record.noise),
        quiet: Number(record.quiet),
        group: record.group || (record.indicator ?? ''),
        share: record.share ?? '',
        months: record.months ? record.months.split(' ').map(Number) : null,
      },
    ]),
  )
  return {
    of(indicator) {
      const level = levels.get(indicator)
      invariant(level !== undefined, `${indicator} has an illustrative level`)
      return level
    },
    shareOf: (level, area) => Number(shares.get(area)?.[level.share] ?? 0),
    districts: [...shares.keys()],
  }
}

/**
 * Amount of the province in a month, before rounding. Noise is mostly the group's, so that area and production of a crop
 * rise together; a stock grows along the year and moves little.
 */
export function amountOf(level: Level, { year, month }: Month): number {
  const known = amounts.get(level) ?? new Map<number, number>()
  const at = year * 12 + month
  const amount = known.get(at) ?? drawnAmount(level, { year, month })
  amounts.set(level, known.set(at, amount))
  return amount
}

const amounts = new WeakMap<Level, Map<number, number>>()

function drawnAmount(level: Level, { year, month }: Month): number {
  if (isQuiet(level, { year, month })) return 0
  const unrest = 0.75 * sway(level.group, year, month) + 0.25 * sway(level.indicator, year, month)
  const moved = 1 + (level.noise / 100) * unrest
  if (level.months === null) return level.level * grownTo(level.growth, year - baseYear, month / 12) * moved
  const weight = (level.months[month - 1] ?? 0) / level.months.reduce((sum, one) => sum + one, 0)
  return level.level * weight * grownTo(level.growth, year - baseYear, 0) * moved
}

function isQuiet(level: Level, { year, month }: Month): boolean {
  return level.quiet > 0 && draw('quiet', level.group, year, month) < level.quiet
}

function grownTo(percent: number, years: number, partOfYear: number): number {
  let factor = 1 + (percent / 100) * partOfYear
  for (let count = Math.abs(years); count > 0; count -= 1) {
    factor = years > 0 ? factor * (1 + percent / 100) : factor / (1 + percent / 100)
  }
  return factor
}

/** Whole steps of the last decimal. */
export function inSteps(amount: number, decimals: number): number {
  return Math.round(amount * Number(`1e${decimals}`))
}
