/** What each agency says at the places of a table, beside the figure of record: nothing overwrites anything. */
import { figureOfRecord } from '#core/figure/precedence.ts'
import { isReleased } from '#core/figure/visibility.ts'
import { spanKey } from '#core/period/span.ts'
import { inCodeOrder } from '#core/quantity/text.ts'
import { knownSpanIds } from '../catalogue/index.ts'
import {
  cellValueOf,
  type ReadAs,
  type ReportedRow,
  reportedValues,
  reportedValuesAsOf,
  vintageOf,
} from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { now } from '../submissions/index.ts'
import { figurePlaces, type TableOf } from './table-figures.ts'

/** Of one agency, in the order of the table's figures; undefined where it says nothing. */
export interface WordsOfAgency {
  readonly agencyId: number
  readonly said: readonly (ReportedRow | undefined)[]
}
export type AgencyWords = readonly WordsOfAgency[]

export async function agencyWords(db: Db, it: TableOf & { readonly as: ReadAs }): Promise<AgencyWords> {
  const { chosen, as } = it
  const places = figurePlaces(it).map(({ indicator, area, place }) => ({
    indicatorId: indicator.id,
    areaId: area.id,
    ...place,
  }))
  const spans = await knownSpanIds(
    db,
    places.map(({ period }) => period.span),
  )
  const query = {
    indicatorIds: chosen.indicators.map(({ id }) => id),
    spanIds: [...new Set(spans.values())],
    areaIds: chosen.areas.map(({ id }) => id),
    from: as.level,
  }
  const at = as.asOf ?? (await now(db))
  const found = as.asOf === undefined ? await reportedValues(db, query) : await reportedValuesAsOf(db, { ...query, at })
  const visible = found.filter((row) => isReleased(row.released_at, at, row.agency_id === as.viewerAgencyId))
  const byPlace = Map.groupBy(visible, (row) => `${row.indicator_id} ${row.span_id} ${row.area_id} ${row.agency_id}`)
  const codeOf = (agencyId: number) => it.catalogue.agencies.get(agencyId)?.code ?? ''
  const agencies = [...new Set(visible.map((row) => row.agency_id))].sort((a, b) => inCodeOrder(codeOf(a), codeOf(b)))
  return agencies.map((agencyId) => ({
    agencyId,
    said: places.map(({ indicatorId, areaId, period, scenario, vintage }) => {
      const rows = byPlace.get(`${indicatorId} ${spans.get(spanKey(period.span))} ${areaId} ${agencyId}`) ?? []
      return bestOf(
        rows.filter(
          (row) =>
            (row.plan_version_id === 0) === (scenario.kind === 'actual') &&
            (vintage === 'best' || row.vintage === vintage),
        ),
      )
    }),
  }))
}

function bestOf(rows: readonly ReportedRow[]): ReportedRow | undefined {
  const sources = rows.map((row) => ({
    row,
    agencyId: row.agency_id,
    vintage: vintageOf(row),
    value: cellValueOf(row),
  }))
  return figureOfRecord(sources, []).chosen?.row
}
