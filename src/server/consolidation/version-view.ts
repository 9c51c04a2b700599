/** Pinned versions as they are read: in a list, whole, and against the figures of the present. */
import type { Person } from '#contract/common.ts'
import type { ReadingChoice } from '#contract/consolidated-table.ts'
import {
  type CellChange,
  type ChangeView,
  cellChange,
  type PinnedState,
  pinnedContent,
  type VersionSummary,
  type VersionView,
} from '#contract/versions.ts'
import { approvedVersion, isApproved } from '#core/workflow/consolidated-path.ts'
import { peopleById } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { changeViews } from './change-view.ts'
import { changesBetween } from './compare-versions.ts'
import { type OpenTable, openTable } from './open-table.ts'
import { versionsKey } from './opened-versions.ts'
import { pinnable } from './pinned-content.ts'
import { standingAdjustments } from './standing-adjustments.ts'
import { type TrackedVersion, versionsOnPath } from './version-path.ts'
import * as queries from './version-queries.ts'
import { pathView } from './version-steps-view.ts'

const recorded = cellChange.array()

function summaryOf(it: TrackedVersion, people: ReadonlyMap<number, Person>): VersionSummary {
  const { version, reading, content_hash: contentHash, note, at } = it.row
  const changed = recorded.parse(JSON.parse(it.row.changes)).length
  const by = people.get(it.row.account_id) ?? null
  return {
    version,
    reading,
    contentHash,
    note,
    at,
    changed,
    by,
    state: shownState(it),
    successor: it.successor ?? null,
  }
}

/** An approved version stays what it is beside the one that corrects it. */
function shownState({ row, state, successor }: TrackedVersion): VersionSummary['state'] {
  if (row.reading === 'provisional') return null
  const hasGivenWay = successor !== undefined && !isApproved(state)
  return hasGivenWay ? 'superseded' : state
}

/** Those of a reading that this viewer may not know are left out. */
async function seenVersions(db: Db, table: OpenTable): Promise<TrackedVersion[]> {
  return (await versionsOnPath(db, versionsKey(table))).filter(({ row }) => table.readings.includes(row.reading))
}

/** Newest first, and how the report that the head approved last stands to the present. */
export async function versionSummaries(db: Db, table: OpenTable) {
  const versions = await seenVersions(db, table)
  const people = await peopleById(db, [...new Set(versions.map(({ row }) => row.account_id))])
  const version = approvedVersion(versions)
  return {
    versions: versions.map((one) => summaryOf(one, people)),
    approved: version === undefined ? null : { version, affected: await affectedCells(db, table, version) },
  }
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

/** How many cells of a version would be others today. */
export async function affectedCells(db: Db, table: OpenTable, version: number): Promise<number> {
  const row = await queries.versionOf(db, { ...versionsKey(table), readings: table.readings, version })
  return row ? (await changesSince(db, table, row)).length : 0
}

export async function latestState(db: Db, table: OpenTable): Promise<PinnedState | null> {
  const [latest] = await seenVersions(db, table)
  if (!latest) return null
  const people = await peopleById(db, [latest.row.account_id])
  return { ...summaryOf(latest, people), affected: await affectedCells(db, table, latest.version) }
}

export async function versionView(db: Db, table: OpenTable, version: number): Promise<VersionView | undefined> {
  const versions = await seenVersions(db, table)
  const it = versions.find((one) => one.version === version)
  const row = it && (await queries.versionOf(db, { ...versionsKey(table), readings: table.readings, version }))
  if (!row) return undefined
  const people = await peopleById(db, [row.account_id])
  const views = (changes: readonly CellChange[]): Promise<ChangeView[]> => changeViews(db, table, changes)
  const since = await changesSince(db, table, row)
  const earlier = approvedVersion(versions.filter((one) => one.version < version))
  const approved =
    earlier && (await queries.versionOf(db, { ...versionsKey(table), readings: ['accepted'], version: earlier }))
  const content = pinnedContent.parse(JSON.parse(row.content))
  return {
    ...summaryOf(it, people),
    content: row.content,
    changes: await views(recorded.parse(JSON.parse(row.changes))),
    since: await views(since),
    sinceApproved: approved
      ? {
          version: approved.version,
          changes: await views(changesBetween(pinnedContent.parse(JSON.parse(approved.content)), content)),
        }
      : null,
    adjustments: await standingAdjustments(db, table, content),
    ...(await pathView(db, table, { it, approved: approvedVersion(versions), isAffected: since.length > 0 })),
  }
}
