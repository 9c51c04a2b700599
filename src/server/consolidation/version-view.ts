/** Pinned versions as they are read: in a list, whole, and against the figures of the present. */
import type { Person } from '#contract/common.ts'
import type { ReadingChoice } from '#contract/province.ts'
import {
  type CellChange,
  type ChangeView,
  cellChange,
  type PinnedState,
  pinnedContent,
  type VersionSummary,
  type VersionView,
} from '#contract/versions.ts'
import { peopleById } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { changeViews } from './change-view.ts'
import { changesBetween } from './compare-versions.ts'
import { type OpenTable, openTable } from './open-table.ts'
import { pinnable } from './pinned-content.ts'
import * as queries from './version-queries.ts'

const recorded = cellChange.array()

function summaryOf(row: Omit<queries.VersionRow, 'content'>, people: ReadonlyMap<number, Person>): VersionSummary {
  const { version, reading, content_hash: contentHash, note, at } = row
  const changed = recorded.parse(JSON.parse(row.changes)).length
  return { version, reading, contentHash, note, at, changed, by: people.get(row.account_id) ?? null }
}

const keyOf = ({ shape, period }: OpenTable) => ({ regimeId: shape.regime.regimeId, period })

/** Newest first; those of a reading that this viewer may not know are left out. */
export async function versionSummaries(db: Db, table: OpenTable): Promise<VersionSummary[]> {
  const rows = (await queries.versionsOf(db, keyOf(table))).filter((v) => table.readings.includes(v.reading))
  const people = await peopleById(db, [...new Set(rows.map((r) => r.account_id))])
  return rows.map((row) => summaryOf(row, people))
}

/** What would be another today. */
async function changesSince(db: Db, table: OpenTable, row: queries.VersionRow): Promise<CellChange[]> {
  const present = await withReading(db, table, row.reading)
  return present ? changesBetween(pinnedContent.parse(JSON.parse(row.content)), pinnable(present).content) : []
}

async function withReading(db: Db, table: OpenTable, reading: ReadingChoice): Promise<OpenTable | undefined> {
  if (table.reading === reading) return table
  return openTable(db, { regimeCode: table.shape.regime.code, period: table.period, reading, actor: table.viewer })
}

export async function latestState(db: Db, table: OpenTable): Promise<PinnedState | null> {
  const row = await queries.versionOf(db, { ...keyOf(table), readings: table.readings })
  if (!row) return null
  const people = await peopleById(db, [row.account_id])
  return { ...summaryOf(row, people), affected: (await changesSince(db, table, row)).length }
}

export async function versionView(db: Db, table: OpenTable, version: number): Promise<VersionView | undefined> {
  const row = await queries.versionOf(db, { ...keyOf(table), readings: table.readings, version })
  if (!row) return undefined
  const people = await peopleById(db, [row.account_id])
  const views = (changes: readonly CellChange[]): Promise<ChangeView[]> => changeViews(db, table, changes)
  return {
    ...summaryOf(row, people),
    content: row.content,
    changes: await views(recorded.parse(JSON.parse(row.changes))),
    since: await views(await changesSince(db, table, row)),
  }
}
