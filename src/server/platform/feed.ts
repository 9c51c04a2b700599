/**
 * The feed of changes: written in the transaction whose effect it tells, read by position (transaction, row). Rows are
 * settled below the oldest transaction that still runs: a reader who goes on from a position among those misses nothing,
 * whatever order transactions commit in. A position of row ids alone would miss what commits late. What is committed
 * above it can be told early, and comes again in its place.
 */
import type { Change } from '#contract/changes.ts'
import { canSee, type Level, type Viewer } from '#core/figure/visibility.ts'
import type { Db } from './database.ts'

export interface NewChange {
  readonly topic: Change['topic']
  /** null: it concerns no agency more than others. */
  readonly agencyId: number | null
  readonly receiverId: number | null
  readonly level: Level
  readonly payload: Readonly<Record<string, unknown>>
}

/** No NOTIFY here: it would make all commits wait for one another. */
export async function publish(db: Db, it: NewChange): Promise<void> {
  await db.query('insert into changes (topic, agency_id, receiver_id, level, payload) values ($1, $2, $3, $4, $5)', [
    it.topic,
    it.agencyId,
    it.receiverId,
    it.level,
    JSON.stringify(it.payload),
  ])
}

/** Many at once, in the order given. */
export async function publishAll(db: Db, all: readonly NewChange[]): Promise<void> {
  await db.query(
    `insert into changes (topic, agency_id, receiver_id, level, payload)
     select c.topic, c."agencyId", c."receiverId", c.level, c.payload
     from jsonb_to_recordset($1) as c (topic text, "agencyId" int, "receiverId" int, level text, payload jsonb)`,
    [JSON.stringify(all)],
  )
}

export interface Position {
  readonly transaction: bigint
  readonly id: bigint
}

export function parsePosition(text: string): Position | undefined {
  const match = /^(\d{1,20})\.(\d{1,19})$/.exec(text)
  if (!match) return undefined
  const [transaction, id] = [BigInt(match[1] ?? 0), BigInt(match[2] ?? 0)]
  return transaction < 2n ** 64n && id < 2n ** 63n ? { transaction, id } : undefined
}

export function positionText({ transaction, id }: Position): string {
  return `${transaction}.${id}`
}

/** Negative when a comes before b. */
export function comparePositions(a: Position, b: Position): number {
  if (a.transaction !== b.transaction) return a.transaction < b.transaction ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

/** A change with whom it may be shown to. */
export interface FeedRow {
  readonly position: Position
  readonly agencyId: number
  readonly receiverId: number | null
  readonly level: Level
  readonly change: Change
}

export interface FeedRows {
  /** Nothing can appear before or between them any more. */
  readonly settled: readonly FeedRow[]
  /** Committed beside a transaction that still runs. */
  readonly early: readonly FeedRow[]
}

interface ChangeRow {
  readonly isSettled: boolean
  readonly transaction: string
  readonly id: string
  readonly at: string
  readonly topic: Change['topic']
  readonly agencyId: number | null
  readonly receiverId: number | null
  readonly level: Level
  readonly payload: Record<string, unknown>
}

/** The position that everything already readable lies at or before. */
export async function presentPosition(db: Db): Promise<Position> {
  const { rows } = await db.query<{ xmin: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as xmin')
  return { transaction: BigInt(rows[0]?.xmin ?? 0), id: 0n }
}

/** Changes after a position, in order, for whomever; `limit` counts both kinds. */
export async function readRows(db: Db, after: Position, limit: number): Promise<FeedRows> {
  const { rows } = await db.query<ChangeRow>(
    `select c.transaction < pg_snapshot_xmin(pg_current_snapshot()) as "isSettled", c.transaction::text, c.id::text, c.at, c.topic, c.agency_id as "agencyId", c.receiver_id as "receiverId",
            c.level, c.payload
       from changes c
      where (c.transaction, c.id) > ($1::text::xid8, $2::bigint)
      order by c.transaction, c.id limit $3`,
    [String(after.transaction), String(after.id), limit],
  )
  const settled = rows.filter(({ isSettled }) => isSettled)
  return { settled: settled.map(feedRow), early: rows.slice(settled.length).map(feedRow) }
}

function feedRow({ transaction, id, at, topic, payload, agencyId, receiverId, level }: ChangeRow): FeedRow {
  const position = { transaction: BigInt(transaction), id: BigInt(id) }
  const change = { position: positionText(position), at, topic, payload }
  return { position, agencyId: agencyId ?? 0, receiverId, level, change }
}

export interface FeedViewer extends Viewer {
  /** Topics of which it hears what concerns its own agency, and nothing else. */
  readonly ownOnly?: readonly Change['topic'][]
}

export function visibleTo(viewer: FeedViewer, rows: readonly FeedRow[]): readonly Change[] {
  return rows.filter((row) => canSee(viewer, row) && hears(viewer, row)).map(({ change }) => change)
}

function hears({ ownOnly = [], agencyId }: FeedViewer, row: FeedRow): boolean {
  return !ownOnly.includes(row.change.topic) || agencyId === row.agencyId || agencyId === row.receiverId
}

export interface Page {
  readonly changes: readonly Change[]
  /** To go on from: past everything looked at, also what this viewer may not see. */
  readonly position: Position
}

export interface Reading {
  readonly after: Position
  readonly viewer: FeedViewer
  readonly limit: number
}

/** `limit` counts changes looked at, so a page may hold fewer and still not be the last. */
export async function readChanges(db: Db, { after, viewer, limit }: Reading): Promise<Page> {
  const { settled } = await readRows(db, after, limit)
  return { changes: visibleTo(viewer, settled), position: settled.at(-1)?.position ?? after }
}
