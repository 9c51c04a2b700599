/** What each agency says at the places of a table, beside the figure of record: nothing overwrites anything. */
import { figureOfRecord } from '#core/figure/precedence.ts'
import { isReleased } from '#core/figure/visibility.ts'
import { type Span, spanKey } from '#core/period/span.ts'
import { inCodeOrder } from '#core/quantity/text.ts'
import { knownSpanIds, releasesAfter } from '../catalogue/index.ts'
import {
  cellValueOf,
  figureRows,
  figureSlot,
  type ReadAs,
  type ReportedRow,
  reportedValues,
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

export async function agencyWords(db: Db, it: Asking): Promise<AgencyWords> {
  const { as } = it
  const places = figurePlaces(it).map(({ indicator, area, place }) => ({
    indicatorId: indicator.id,
    areaId: area.id,
    ...place,
  }))
  const named = new Map(places.map(({ period }) => [spanKey(period.span), period.span]))
  const spans = await knownSpanIds(db, [...named.values()])
  const at = as.asOf ?? (await now(db))
  const found = as.asOf === undefined ? await saidNow(db, it, [...spans.values()]) : await saidBy(db, it, named)
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

type Asking = TableOf & { readonly as: ReadAs }

function saidNow(db: Db, { chosen, as }: Asking, spanIds: readonly number[]): Promise<readonly ReportedRow[]> {
  return reportedValues(db, {
    indicatorIds: chosen.indicators.map(({ id }) => id),
    spanIds,
    areaIds: chosen.areas.map(({ id }) => id),
    from: as.level,
  })
}

/** As it was known at the moment of the table: what the reader reads there, with the releases that had not come by then. */
async function saidBy(
  db: Db,
  { chosen, as }: Asking,
  spans: ReadonlyMap<string, Span>,
): Promise<readonly ReportedRow[]> {
  const areaIds = chosen.areas.map(({ id }) => id)
  const places = chosen.indicators.flatMap(({ id }) =>
    [...spans.values()].map((span) => ({ slot: figureSlot({ indicatorId: id, members: '', span }), areaIds })),
  )
  const rows = await figureRows(db, { places, level: as.level, asOf: as.asOf })
  const awaited = await releasesAfter(db, as.asOf ?? (await now(db)))
  const releases = new Map(awaited.map((it) => [`${it.indicatorId} ${it.spanId}`, it.releasedAt]))
  return rows.flat().map((row) => ({ ...row, released_at: releases.get(`${row.indicator_id} ${row.span_id}`) ?? null }))
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
