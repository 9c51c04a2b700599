/** What each agency says at the places of a table, beside the figure of record: nothing overwrites anything. */
import type { Span } from '#core/period/span.ts'
import { inCodeOrder } from '#core/quantity/text.ts'
import {
  type FigureRow,
  figureRows,
  figureSlot,
  hearingOf,
  ownFigure,
  type ReadAs,
  type ReportedValue,
} from '../figures/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import type { ChosenIndicator } from './chosen.ts'
import { figurePlaces, type TableOf } from './table-figures.ts'

/** Of one agency, in the order of the table's figures; undefined where it says nothing. */
export interface WordsOfAgency {
  readonly agencyId: number
  readonly said: readonly (ReportedValue | undefined)[]
}
export type AgencyWords = readonly WordsOfAgency[]

/** Agencies in the order of their codes, without those that say nothing here. */
export async function agencyWords(db: Db, it: Asking): Promise<AgencyWords> {
  const found = await saidAt(db, it)
  const byPlace = Map.groupBy(found, ({ slot, row }) => `${slot} ${row.area_id} ${row.agency_id}`)
  const codeOf = (agencyId: number) => it.catalogue.agencies.get(agencyId)?.code ?? ''
  const hearing = await hearingOf(db, { ...it, now: await databaseNow(db) })
  const places = figurePlaces(it).map(({ indicator, area, place }) => ({
    at: `${slotOf(indicator, place.period.span).key} ${area.id}`,
    place,
  }))
  return [...new Set(found.map(({ row }) => row.agency_id))]
    .sort((a, b) => inCodeOrder(codeOf(a), codeOf(b)))
    .map((agencyId) => ({
      agencyId,
      said: places.map(({ at, place }) => {
        const rows = (byPlace.get(`${at} ${agencyId}`) ?? []).map(({ row }) => row)
        return ownFigure(rows, place, hearing)
      }),
    }))
    .filter(({ said }) => said.some((row) => row !== undefined))
}

type Asking = TableOf & { readonly as: ReadAs }

interface SaidAt {
  /** Key of its slot. */
  readonly slot: string
  readonly row: FigureRow
}

function slotOf({ id, reference }: ChosenIndicator, span: Span) {
  return figureSlot({ indicatorId: id, members: reference.members.join(','), span })
}

async function saidAt(db: Db, it: Asking): Promise<readonly SaidAt[]> {
  const { chosen, as } = it
  const areaIds = chosen.areas.map(({ id }) => id)
  const slots = figurePlaces(it).map(({ indicator, place }) => slotOf(indicator, place.period.span))
  const places = [...new Map(slots.map((slot) => [slot.key, slot])).values()].map((slot) => ({ slot, areaIds }))
  const found = await figureRows(db, { places, level: as.level, asOf: as.asOf })
  return found.flatMap((rows, index) => rows.map((row) => ({ slot: places[index]?.slot.key ?? '', row })))
}
