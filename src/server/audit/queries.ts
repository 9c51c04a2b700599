/**
 * Writing the journal. An entry's hash is sha256(hash before it || its text), computed by the database in the statement
 * that writes it, so that a chain costs one round trip.
 */
import type { Db } from '#server/platform/database.ts'
import { canonicalJson, type Json } from './canonical-json.ts'
import type { Entry } from './entry.ts'

export interface Appending {
  readonly stream: string
  /** When it happened, ISO UTC; part of what is hashed. */
  readonly at: string
  readonly entry: Entry
}

/** The caller holds the lock of what the stream is about; the head's row keeps writers apart besides. */
export async function appendEntry(db: Db, { stream, at, entry }: Appending): Promise<void> {
  await db.query(
    `with head as (
       insert into audit_heads as h (stream, seq, hash) values ($1, 1, sha256(convert_to($3::text, 'UTF8')))
       on conflict (stream) do update set seq = h.seq + 1, hash = sha256(h.hash || convert_to($3::text, 'UTF8'))
       returning h.seq, h.hash
     )
     insert into audit_entries (stream, seq, at, payload, hash) select $1, head.seq, $2, $3, head.hash from head`,
    [stream, at, canonicalJson({ ...entry, at } as unknown as Json)],
  )
}

export interface AuditEvent {
  readonly requestId?: string
  readonly accountId?: number | null
  readonly agencyId?: number | null
  readonly role?: string
  readonly address?: string
  readonly action: string
  readonly object?: string
  readonly outcome: 'done' | 'refused' | 'failed'
  readonly reason?: string
}

/** Everything that has no chain of its own: sign-ins, refusals, exports, administration. Sealed later by a job. */
export async function recordEvent(db: Db, it: AuditEvent): Promise<void> {
  await db.query(
    `insert into audit_events (request_id, account_id, agency_id, role, address, action, object, outcome, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      it.requestId ?? '',
      it.accountId ?? null,
      it.agencyId ?? null,
      it.role ?? '',
      it.address ?? '',
      it.action,
      it.object ?? '',
      it.outcome,
      it.reason ?? '',
    ],
  )
}

export interface LinkedEntry {
  readonly stream: string
  readonly seq: number
  readonly at: string
  readonly payload: string
  readonly hash: Buffer
}

/** Entries whose hashes are known already, and the heads of their streams, which must be new. */
export async function insertChains(
  db: Db,
  entries: readonly LinkedEntry[],
  heads: readonly LinkedEntry[],
): Promise<void> {
  const column = <K extends keyof LinkedEntry>(of: readonly LinkedEntry[], key: K) => of.map((entry) => entry[key])
  await db.query(
    `insert into audit_entries (stream, seq, at, payload, hash)
     select * from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $5::bytea[])`,
    (['stream', 'seq', 'at', 'payload', 'hash'] as const).map((key) => column(entries, key)),
  )
  await db.query(
    `insert into audit_heads (stream, seq, hash) select * from unnest($1::text[], $2::bigint[], $3::bytea[])`,
    (['stream', 'seq', 'hash'] as const).map((key) => column(heads, key)),
  )
}
