/** The table whose versions are asked for, opened for whoever may read them; to others it does not exist. */
import { type Result, refuse } from '#contract/problems.ts'
import type { Actor } from '#core/access/roles.ts'
import type { Db } from '../platform/database.ts'
import type { TableKey } from './adjustment-queries.ts'
import { type OpenTable, openTable } from './open-table.ts'
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

/** Under which the versions of the table are kept. */
export function versionsKey({ shape, period }: OpenTable): TableKey {
  return { regimeId: shape.regime.regimeId, period }
}
