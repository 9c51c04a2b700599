/**
 * Pinning a version of the consolidated table (chốt bản tổng hợp), and recomputing it, which is pinning the next one. It
 * runs in one snapshot of the database and holds the period's reports while it does: whoever accepts or sends one waits,
 * and where one has moved since the snapshot the work is done again on what there is then. What is pinned is what was
 * seen, or nothing. It is laid beside the version before it of the same reading: who reads accepted figures alone must
 * not read in the differences what was only sent.
 */
import { type Result, refuse } from '#contract/problems.ts'
import { type CellChange, pinnedContent } from '#contract/versions.ts'
import { canConsolidate } from '#core/access/roles.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { appendEntry, canonicalJson, type Json } from '../audit/index.ts'
import type { Db } from '../platform/database.ts'
import { lockPeriod } from '../submissions/index.ts'
import { type Acting, tell } from './acting.ts'
import { holdTable } from './adjustment-queries.ts'
import { changesBetween } from './compare-versions.ts'
import { type OpenTable, openTable, regimeNow } from './open-table.ts'
import { versionsKey } from './opened-versions.ts'
import { type Pinnable, pinnable } from './pinned-content.ts'
import { pinEntry } from './version-entries.ts'
import * as queries from './version-queries.ts'

export interface Pinning {
  readonly regimeCode: string
  readonly period: string
  readonly reading: 'accepted' | 'provisional'
  readonly contentHash: string
  readonly note: string
}

/** Answers with the number of the version. The transaction sees one snapshot: `isolation: 'repeatable read'`. */
export async function pin(db: Db, acting: Acting, it: Pinning): Promise<Result<number>> {
  const regime = await regimeNow(db, it.regimeCode)
  if (!regime) return refuse('province.unknown')
  if (!canConsolidate(acting.actor, regime.receiverId)) return refuse('consolidation.not-yours')
  const key = { regimeId: regime.regimeId, period: it.period }
  await lockPeriod(db, key)
  await holdTable(db, key)
  const table = await openTable(db, { ...it, actor: acting.actor })
  if (!table) return refuse('province.unknown')
  const now = pinnable(table)
  if (now.hash !== it.contentHash || table.reading !== it.reading) return refuse('version.moved')
  const last = await queries.versionOf(db, { ...key, readings: [it.reading] })
  if (last?.content_hash === now.hash) return refuse('version.unchanged', { version: last.version })
  const changes = last ? changesBetween(pinnedContent.parse(JSON.parse(last.content)), now.content) : []
  const version = (await queries.lastVersion(db, key)) + 1
  return write(db, acting, { it, table, now, changes, version })
}

interface Written {
  readonly it: Pinning
  readonly table: OpenTable
  readonly now: Pinnable
  readonly changes: readonly CellChange[]
  readonly version: number
}

async function write(db: Db, acting: Acting, { it, table, now, changes, version }: Written): Promise<Result<number>> {
  const { accountId, agencyId } = acting.actor
  const note = normalizeText(it.note)
  await queries.insertVersion(db, {
    ...versionsKey(table),
    version,
    reading: it.reading,
    content: now.text,
    contentHash: now.hash,
    changes: canonicalJson(changes as unknown as Json),
    note,
    accountId,
    agencyId,
    at: table.at,
  })
  await appendEntry(
    db,
    pinEntry({
      regime: it.regimeCode,
      period: it.period,
      version,
      reading: it.reading,
      contentHash: now.hash,
      at: table.at,
      reason: note,
      by: accountId,
      agency: agencyId,
      role: 'consolidator',
      requestId: acting.requestId,
      address: acting.address,
    }),
  )
  await tell(db, acting, { action: 'pinVersion', object: `${it.regimeCode} ${it.period} #${version}`, reason: note })
  return { ok: true, value: version }
}
