/** The adjustments that a pinned version rests on, each with the place it lies on, for whoever decides on the version. */
import type { PinnedContent, StandingAdjustment } from '#contract/versions.ts'
import type { Db } from '../platform/database.ts'
import { adjustmentViews } from './adjustment-view.ts'
import type { OpenTable } from './open-table.ts'

interface Place {
  readonly about: string
  readonly measure: string
  readonly decimals: number
}

/** In the order of the table; one that several cells take is listed where it stands first. */
export async function standingAdjustments(
  db: Db,
  table: OpenTable,
  content: PinnedContent,
): Promise<StandingAdjustment[]> {
  const places = placesOf(content)
  const known = new Map(table.adjustments.rows.map((a) => [a.id, a]))
  const views = await adjustmentViews(
    db,
    table,
    [...places.keys()].flatMap((id) => known.get(id) ?? []),
  )
  return views.flatMap((view) => {
    const place = places.get(view.id)
    return place ? [{ ...view, can: [], ...place }] : []
  })
}

function placesOf({ rows, columns }: PinnedContent): ReadonlyMap<string, Place> {
  const headers = new Map(columns.map((c) => [c.key, c.header.join(' · ')]))
  const places = new Map<string, Place>()
  for (const { label, measure, decimals, cells } of rows)
    for (const { column, adjustments } of cells)
      for (const { id } of adjustments)
        if (!places.has(id)) places.set(id, { about: `${label}, ${headers.get(column) ?? column}`, measure, decimals })
  return places
}
