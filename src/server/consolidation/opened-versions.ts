/** The table whose versions are asked for, opened for whoever may read them; to others it does not exist. */
import { type Result, refuse } from '#contract/problems.ts'
import { type Actor, canReadVersions } from '#core/access/roles.ts'
import type { Db } from '../platform/database.ts'
import { type OpenTable, openTable, regimeNow } from './open-table.ts'

export interface AskedVersions {
  readonly actor: Actor
  readonly regimeCode: string
  readonly period: string
}

export async function openedVersions(db: Db, asked: AskedVersions): Promise<Result<OpenTable>> {
  const regime = await regimeNow(db, asked.regimeCode)
  if (!canReadVersions(asked.actor, regime?.receiverId ?? nobody)) return refuse('request.not-found')
  const table = await openTable(db, { ...asked, reading: 'accepted' })
  return table ? { ok: true, value: table } : refuse('province.unknown')
}

/** No agency has this id. */
const nobody = 0
