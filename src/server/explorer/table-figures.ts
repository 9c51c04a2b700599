/** Every figure of a table with its comparisons. All arithmetic is core's; here it is only asked for, place by place. */
import type { AreaCode, Indicator } from '#core/indicator/indicator.ts'
import type { Outcome } from '#core/quantity/outcome.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import type { Reader } from '#core/reading/reader.ts'
import type { Reading } from '#core/reading/reading.ts'
import { comparedOutcome } from '#core/table/compare.ts'
import type { Comparison, TableDefinition } from '#core/table/definition.ts'
import { baseOf, isCompared, placeOfReading } from '#core/table/reading-place.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { ReportedOrigin } from '../figures/index.ts'
import type { Chosen } from './chosen.ts'

export interface TableFigure {
  readonly reading: Reading<ReportedOrigin>
  /** In the order of the definition's comparisons; empty where figures are not compared. */
  readonly compared: readonly Outcome[]
}

export interface TableOf {
  readonly definition: TableDefinition
  readonly catalogue: Catalogue
  readonly chosen: Chosen
}

/** By indicator, area, period, reading, the last fastest. */
export function tableFigures(reader: Reader<ReportedOrigin>, table: TableOf): readonly TableFigure[] {
  const { definition, chosen } = table
  return chosen.indicators.flatMap((indicator) =>
    chosen.areas.flatMap((area) =>
      chosen.periods.flatMap((period) =>
        definition.readings.map((reading): TableFigure => {
          const place = placeOfReading(reading, { area: area.code as AreaCode, period })
          const drawn = isCompared(reading) ? definition.comparisons : []
          return {
            reading: reader.read(referenceOf(indicator), place),
            compared: drawn.map((comparison) => comparedAt(reader, table, { comparison, indicator, place })),
          }
        }),
      ),
    ),
  )
}

function referenceOf({ code }: Indicator) {
  return { code, members: [] }
}

interface ComparedAt {
  readonly comparison: Comparison
  readonly indicator: Indicator
  readonly place: ReadingPlace
}

function comparedAt(
  reader: Reader<ReportedOrigin>,
  { catalogue }: TableOf,
  { comparison, indicator, place }: ComparedAt,
): Outcome {
  const { areas, areaIds } = catalogue
  const base = baseOf(comparison, place, (area) => {
    const parentId = areas.get(areaIds.get(area) ?? 0)?.parentId ?? 0
    return areas.get(parentId)?.code as AreaCode | undefined
  })
  const reference = referenceOf(indicator)
  return comparedOutcome(comparison, indicator, {
    now: reader.read(reference, place),
    base: reader.read(reference, base),
  })
}
