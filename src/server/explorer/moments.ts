/** The moments at which a table changed, for going back along them. */
import type { ExplorerMoments } from '#contract/explorer.ts'
import type { Result } from '#contract/problems.ts'
import type { Actor } from '#core/access/roles.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { placeOfReading } from '#core/table/reading-place.ts'
import { knownSpanIds } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { momentsOf } from './moment-queries.ts'
import { chosenTable } from './open-table.ts'

/** Of the figures said at the places chosen; what a computed figure rests on elsewhere is left out. */
export async function moments(db: Db, q: { actor: Actor; text: string }): Promise<Result<ExplorerMoments>> {
  const table = await chosenTable(db, q)
  if (!table.ok) return table
  const { definition, chosen, catalogue } = table.value
  const area = '' as AreaCode
  const spans = chosen.periods.flatMap((period) =>
    definition.readings.map((reading) => placeOfReading(reading, { area, period }).period.span),
  )
  const ids = new Set(chosen.areas.map(({ id }) => id))
  const below = [...catalogue.areas.values()].filter(({ parentId }) => parentId !== null && ids.has(parentId))
  const found = await momentsOf(db, {
    indicatorIds: chosen.indicators.map(({ id }) => id),
    spanIds: [...(await knownSpanIds(db, spans)).values()],
    areaIds: [...ids, ...below.map(({ id }) => id)],
    level: definition.level === 'accepted' ? 'accepted' : 'sent',
    viewerAgencyId: q.actor.agencyId,
  })
  return { ok: true, value: { moments: found.map((at) => `${at.slice(0, 19)}Z`) } }
}
