/** The table whose versions are asked for, opened for whoever may read them; to others it does not exist. */
import { type Result, refuse } from '#contract/problems.ts'
import type { Actor } from '#core/access/roles.ts'
import type { Db } from '../platform/database.ts'
import type { TableKey } from './adjustment-queries.ts'
import { type OpenTable, openTable, readingsFor, shapedTable } from './open-table.ts'
import { mayReadTable } from './table-readers.ts'

export interface AskedVersions {
  readonly actor: Actor
  readonly regimeCode: string
  readonly period: string
}

export async function openedVersions(db: Db, asked: AskedVersions): Promise<Result<OpenTable>> {
  if (!(await mayReadTable(db, asked.actor, asked.regimeCode))) return refuse('request.not-found')
  const table = await openTable(db, { ...asked, reading: 'accepted' })
  return table ? { ok: true, value: table } : refuse('province.unknown')
}

/** What versions are read by, without the figures of the present. */
export type VersionShelf = Pick<OpenTable, 'shape' | 'period' | 'viewer' | 'readings' | 'at'>

export async function versionShelf(db: Db, asked: AskedVersions): Promise<Result<VersionShelf>> {
  if (!(await mayReadTable(db, asked.actor, asked.regimeCode))) return refuse('request.not-found')
  const shaped = await shapedTable(db, asked)
  if (!shaped) return refuse('province.unknown')
  const { shape, at } = shaped
  const readings = readingsFor(asked.actor, shape.regime)
  return { ok: true, value: { shape, at, period: asked.period, viewer: asked.actor, readings } }
}

/** Under which the versions of the table are kept. */
export function versionsKey({ shape, period }: Pick<OpenTable, 'shape' | 'period'>): TableKey {
  return { regimeId: shape.regime.regimeId, period }
}
