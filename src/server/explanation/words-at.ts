/** What agencies ever said at the places of some readings, whatever became of it. */
import type { Reference } from '#core/formula/formula.ts'
import { spanKey } from '#core/period/span.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import { knownSpanIds } from '../catalogue/index.ts'
import { type ProvenanceRow, provenanceOf } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { openWords } from './open-words.ts'
import type { Explaining } from './reported-node.ts'

interface Spoken {
  readonly reference: Reference | undefined
  readonly place: ReadingPlace
}

/** Newest edition first; what this viewer may not hear yet is left out. A place nobody ever spoke of adds nothing. */
export async function wordsAt(db: Db, x: Explaining, spoken: readonly Spoken[]): Promise<readonly ProvenanceRow[]> {
  const spans = await knownSpanIds(
    db,
    spoken.map(({ place }) => place.period.span),
  )
  const places = spoken.flatMap((one) => placeIn(x, one, spans) ?? [])
  if (places.length === 0) return []
  const keys = new Set(places.map(keyOf))
  const rows = await provenanceOf(db, {
    indicatorIds: distinct(places.map((one) => one.indicator_id)),
    spanIds: distinct(places.map((one) => one.span_id)),
    areaIds: distinct(places.map((one) => one.area_id)),
  })
  const isOpen = await openWords(db, x)
  return rows.filter((row) => keys.has(keyOf(row)) && isOpen(row))
}

type Place = Pick<ProvenanceRow, 'indicator_id' | 'span_id' | 'area_id' | 'members'>

function placeIn(
  { catalogue }: Explaining,
  { reference, place }: Spoken,
  spans: ReadonlyMap<string, number>,
): Place | undefined {
  const indicator = catalogue.indicators.get(reference?.code ?? '')
  const span = spans.get(spanKey(place.period.span))
  const area = catalogue.areaIds.get(place.area)
  if (!reference || !indicator || span === undefined || area === undefined) return undefined
  return { indicator_id: indicator.id, span_id: span, area_id: area, members: reference.members.join(',') }
}

function keyOf({ indicator_id, span_id, area_id, members }: Place): string {
  return `${indicator_id} ${span_id} ${area_id} ${members}`
}

function distinct(ids: readonly number[]): readonly number[] {
  return [...new Set(ids)]
}
