/**
 * Every figure of a table with its comparisons. All arithmetic is core's; here it is only asked for, place by place. Each
 * figure is read with the catalogue and the order of sources of the day its period begins, as its explanation and the
 * province's table read it; what it is compared with is read the same way.
 */
import type { AreaCode } from '#core/indicator/indicator.ts'
import type { Outcome } from '#core/quantity/outcome.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import type { Reader } from '#core/reading/reader.ts'
import type { Reading } from '#core/reading/reading.ts'
import { comparedOutcome } from '#core/table/compare.ts'
import type { Comparison, TableDefinition } from '#core/table/definition.ts'
import { baseOf, isCompared, placeOfReading } from '#core/table/reading-place.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { catalogueDays, type ReadAs, type ReportedOrigin, readFigures } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
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

/** One figure to be read. */
export interface FigurePlace {
  readonly indicator: Chosen['indicators'][number]
  readonly area: Chosen['areas'][number]
  readonly place: ReadingPlace
  readonly comparisons: readonly Comparison[]
}

/** By indicator, area, period, reading, the last fastest. */
export function figurePlaces({ definition, chosen }: TableOf): readonly FigurePlace[] {
  return chosen.indicators.flatMap((indicator) =>
    chosen.areas.flatMap((area) =>
      chosen.periods.flatMap((period) =>
        definition.readings.map((reading) => ({
          indicator,
          area,
          place: placeOfReading(reading, { area: area.code as AreaCode, period }),
          comparisons: isCompared(reading) ? definition.comparisons : [],
        })),
      ),
    ),
  )
}

/** In the order of `figurePlaces`. */
export async function tableFigures(db: Db, table: TableOf, as: ReadAs): Promise<readonly TableFigure[]> {
  const places = figurePlaces(table).map((it, index) => ({ ...it, index }))
  const figures: TableFigure[] = []
  const since = await catalogueDays(
    db,
    places.map(({ place }) => place.period.span.from),
  )
  const byDay = Map.groupBy(places, ({ place }) => since(place.period.span.from))
  for (const [on, wanted] of byDay) {
    const found = await readFigures(db, { ...as, on }, (reader) => wanted.map((it) => figureAt(reader, table, it)))
    for (const [at, figure] of found.entries()) figures[wanted[at]?.index ?? 0] = figure
  }
  return figures
}

function figureAt(
  reader: Reader<ReportedOrigin>,
  { catalogue }: TableOf,
  { indicator, place, comparisons }: FigurePlace,
): TableFigure {
  const { areas, areaIds } = catalogue
  const parentOf = (area: AreaCode): AreaCode | undefined => {
    const parentId = areas.get(areaIds.get(area) ?? 0)?.parentId ?? 0
    return areas.get(parentId)?.code as AreaCode | undefined
  }
  const reading = reader.read(indicator.reference, place)
  return {
    reading,
    compared: comparisons.map((comparison) => {
      const base = reader.read(indicator.reference, baseOf(comparison, place, parentOf))
      return comparedOutcome(comparison, indicator, { now: reading, base })
    }),
  }
}
