/** Areas and indicators from files: those shipped with the product, or the caller's own. */
import path from 'node:path'
import { sentence } from '#contract/problems.ts'
import { checkIndicators } from '#core/formula/check-indicators.ts'
import {
  type AreaAggregation,
  type AreaCode,
  codesApart,
  type Indicator,
  type IndicatorCode,
  type Nature,
} from '#core/indicator/indicator.ts'
import { inCodeOrder } from '#core/quantity/text.ts'
import type { ReadingCatalogue } from '#core/reading/source.ts'
import { referenceFolder } from '../catalogue/index.ts'
import { allRows, readTable, type TableRow, type Unreadable, unreadable } from './read-table.ts'

export interface FileCatalogue extends ReadingCatalogue {
  readonly hasArea: (area: string) => boolean
  /** Codes of what is never added up over areas. */
  readonly apart: ReadonlySet<string>
}

export interface CatalogueFiles {
  readonly areas: string | undefined
  readonly indicators: string | undefined
}

export function readCatalogue(
  files: CatalogueFiles,
): { readonly ok: true; readonly catalogue: FileCatalogue } | Unreadable {
  const areas = readTable(files.areas ?? path.join(referenceFolder, 'areas.csv'), ['code', 'parent'])
  if (!areas.ok) return areas
  const areaRows = allRows(areas.rows)
  if ('says' in areaRows) return areaRows
  const file = files.indicators ?? path.join(referenceFolder, 'indicators.csv')
  const table = readTable(file, ['code'])
  if (!table.ok) return table
  const indicators = new Map<string, Indicator>()
  for (const row of table.rows) {
    if ('says' in row) return row
    const indicator = indicatorOf(row)
    if (typeof indicator === 'string') return unreadable(file, `dòng ${row.line}, cột ${indicator}: giá trị lạ.`)
    indicators.set(indicator.code, indicator)
  }
  const apart = codesApart(indicators.values())
  const wrong = files.indicators === undefined ? undefined : wrongFormula([...indicators.values()], apart)
  if (wrong !== undefined) return unreadable(file, wrong)
  return { ok: true, catalogue: { indicator: (code) => indicators.get(code), apart, ...treeOf(areaRows) } }
}

/**
 * What the catalogue would refuse to issue: a formula that is refused would be read as none. An indicator that the file
 * does not describe may still have figures. The product's own file is checked before it is shipped.
 */
function wrongFormula(indicators: readonly Indicator[], apart: ReadonlySet<string>): string | undefined {
  const found = checkIndicators(indicators, apart).find(({ problem }) => problem.code !== 'formula.unknown-indicator')
  return found && `công thức của ${found.code}: ${sentence(found.problem)}`
}

function treeOf(rows: readonly TableRow[]): Omit<FileCatalogue, 'indicator' | 'apart'> {
  const byCode = new Map(rows.map((row) => [row.field('code'), row]))
  const codes = [...byCode.keys()].sort(inCodeOrder) as AreaCode[]
  const below = Map.groupBy(codes, (code) => byCode.get(code)?.field('parent') ?? '')
  return {
    hasArea: (area) => byCode.has(area),
    childrenOf: (area) => below.get(area) ?? [],
    parentOf: (area) => (byCode.get(area)?.field('parent') || undefined) as AreaCode | undefined,
    nameOf: (area) => byCode.get(area)?.field('name') || area,
    isOptional: (area) => byCode.get(area)?.field('level') === 'unallocated',
  }
}

const natures: readonly Nature[] = ['flow', 'stock', 'rate']
const aggregations: readonly AreaAggregation[] = ['sum', 'formula', 'none']

/** The name of the column that holds an unknown word, instead of an indicator. */
function indicatorOf({ field }: TableRow): Indicator | 'nature' | 'area_aggregation' {
  const nature = natures.find((each) => each === field('nature')) ?? null
  const areaAggregation = aggregations.find((each) => each === field('area_aggregation')) ?? null
  if (nature === null && field('nature') !== '') return 'nature'
  if (areaAggregation === null && field('area_aggregation') !== '') return 'area_aggregation'
  return {
    code: field('code') as IndicatorCode,
    name: field('name') || field('code'),
    measure: field('measure'),
    decimals: Number(field('decimals')),
    nature,
    areaAggregation,
    formula: field('formula'),
    isPublishedAsIs: field('published_as_is') === 'yes',
  }
}
