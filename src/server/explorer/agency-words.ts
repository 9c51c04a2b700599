/** What each agency says at the places of a table, beside the figure of record: nothing overwrites anything. */
import { figureOfRecord } from '#core/figure/precedence.ts'
import { isReleased } from '#core/figure/visibility.ts'
import type { Span } from '#core/period/span.ts'
import { inCodeOrder } from '#core/quantity/text.ts'
import { releasesAfter } from '../catalogue/index.ts'
import {
  cellValueOf,
  figureRows,
  figureSlot,
  type ReadAs,
  type ReportedValue,
  releasesJudgedAt,
  vintageOf,
} from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { now } from '../submissions/index.ts'
import type { ChosenIndicator } from './chosen.ts'
import { figurePlaces, type TableOf } from './table-figures.ts'

/** Of one agency, in the order of the table's figures; undefined where it says nothing. */
export interface WordsOfAgency {
  readonly agencyId: number
  readonly said: readonly (ReportedValue | undefined)[]
}
export type AgencyWords = readonly WordsOfAgency[]

export async function agencyWords(db: Db, it: Asking): Promise<AgencyWords> {
  const { as } = it
  const at = releasesJudgedAt(as, await now(db))
  const visible = await saidAt(db, it, at)
  const byPlace = Map.groupBy(visible, ({ slot, row }) => `${slot} ${row.area_id} ${row.agency_id}`)
  const codeOf = (agencyId: number) => it.catalogue.agencies.get(agencyId)?.code ?? ''
  const agencyIds = new Set(visible.map(({ row }) => row.agency_id))
  const places = figurePlaces(it).map(({ indicator, area, place }) => ({
    at: `${slotOf(indicator, place.period.span).key} ${area.id}`,
    ...place,
  }))
  return [...agencyIds]
    .sort((a, b) => inCodeOrder(codeOf(a), codeOf(b)))
    .map((agencyId) => ({
      agencyId,
      said: places.map(({ at, scenario, vintage }) => {
        const rows = (byPlace.get(`${at} ${agencyId}`) ?? []).map(({ row }) => row)
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

interface SaidAt {
  /** Key of its slot. */
  readonly slot: string
  readonly row: ReportedValue
}

function slotOf({ id, reference }: ChosenIndicator, span: Span) {
  return figureSlot({ indicatorId: id, members: reference.members.join(','), span })
}

/** What the reader reads at these places, less what is not released at `at` and is another agency's. */
async function saidAt(db: Db, it: Asking, at: string): Promise<readonly SaidAt[]> {
  const { chosen, as } = it
  const areaIds = chosen.areas.map(({ id }) => id)
  const slots = figurePlaces(it).map(({ indicator, place }) => slotOf(indicator, place.period.span))
  const places = [...new Map(slots.map((slot) => [slot.key, slot])).values()].map((slot) => ({ slot, areaIds }))
  const found = await figureRows(db, { places, level: as.level, asOf: as.asOf })
  const awaited = await releasesAfter(db, at)
  const releases = new Map(
    awaited.map(({ indicatorId, spanId, releasedAt }) => [`${indicatorId} ${spanId}`, releasedAt]),
  )
  return found.flatMap((rows, index) =>
    rows
      .filter((row) => {
        const release = releases.get(`${row.indicator_id} ${row.span_id}`) ?? null
        return isReleased(release, at, row.agency_id === as.viewerAgencyId)
      })
      .map((row) => ({ slot: places[index]?.slot.key ?? '', row })),
  )
}

function bestOf(rows: readonly ReportedValue[]): ReportedValue | undefined {
  const sources = rows.map((row) => ({
    row,
    agencyId: row.agency_id,
    vintage: vintageOf(row),
    value: cellValueOf(row),
  }))
  return figureOfRecord(sources, []).chosen?.row
}
