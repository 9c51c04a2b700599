/**
 * «Bị ảnh hưởng» on the desk: the periods whose latest pinned version would be another today. A table is evaluated only
 * where something has happened since the pinning that it may rest on, and again only after the next such thing.
 */
import type { AffectedVersion } from '#contract/affected-versions.ts'
import { type Actor, canConsolidate } from '#core/access/roles.ts'
import { yearOf } from '#core/period/period.ts'
import { type RegimeVersion, regimeCodes, regimeVersion } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import { type Db, poolOf } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { figuresPeriod, periodViewOf } from '../submissions/index.ts'
import { type LatestVersionRow, latestVersions, movesSince } from './affected-queries.ts'
import { openTable } from './open-table.ts'
import { affectedCells } from './version-view.ts'

/** The newest period first. */
export async function affectedVersionsOf(db: Db, actor: Actor): Promise<AffectedVersion[]> {
  const at = await databaseNow(db)
  const found: AffectedVersion[] = []
  for (const code of await regimeCodes(db)) {
    const regime = await regimeVersion(db, { code, on: localDay(at) })
    if (!regime || !canConsolidate(actor, regime.receiverId)) continue
    for (const row of await latestVersions(db, regime.regimeId)) {
      const affected = await affectedOf(db, actor, { regime, row, now: at })
      if (affected > 0) found.push(viewOf(regime, row, affected))
    }
  }
  return found
}

function viewOf(regime: RegimeVersion, row: LatestVersionRow, affected: number): AffectedVersion {
  const { period, ...version } = row
  return {
    regime: { code: regime.code, name: regime.name },
    period: periodViewOf(period, regime.calendar),
    ...version,
    affected,
  }
}

interface Latest {
  readonly regime: RegimeVersion
  readonly row: LatestVersionRow
  readonly now: string
}

interface Found {
  readonly moves: string
  readonly affected: number
}

/** Of one database: what was found for a version after these moves. */
const found = new WeakMap<Db, Map<string, Found>>()

async function affectedOf(db: Db, actor: Actor, { regime, row, now: at }: Latest): Promise<number> {
  const moves = await movesSince(db, {
    regimeId: regime.regimeId,
    period: row.period,
    at: row.at,
    ...readDays(regime, row.period),
    now: at,
  })
  if (moves === '') return 0
  const known = found.get(poolOf(db)) ?? new Map<string, Found>()
  found.set(poolOf(db), known)
  const key = `${regime.code} ${row.period} ${row.version}`
  const before = known.get(key)
  if (before?.moves === moves) return before.affected
  const table = await openTable(db, { regimeCode: regime.code, period: row.period, reading: row.reading, actor })
  const affected = table ? await affectedCells(db, table, row.version) : 0
  known.set(key, { moves, affected })
  return affected
}

/** Its columns compare with last year at the earliest, and reach to the end of its own period; plans to that of the year. */
function readDays(regime: RegimeVersion, label: string): { readonly first: string; readonly last: string } {
  const period = figuresPeriod(label, regime.figuresCalendar)
  return { first: `${yearOf(period) - 1}-01-01`, last: period.span.to }
}
