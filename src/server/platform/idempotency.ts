/**
 * A repeated request has one effect and the same answer. The key is taken at the start of the writing transaction and
 * the answer stored at its end, so both stand or fall with the work itself. Of two at the same time the second waits
 * at the unique index: it gets the first one's answer, or does the work itself when the first was rolled back. Whoever
 * lost a right since the answer was given does not hear it again.
 */
import { createHash } from 'node:crypto'
import { type Problem, problem } from '#contract/problems.ts'
import type { Db } from './database.ts'

export interface Repeatable {
  readonly accountId: number
  readonly rights: readonly string[]
  readonly key: string
  /** Everything that decides the effect: method, address, acting agency, body. */
  readonly request: readonly unknown[]
}

export interface Kept {
  readonly status: number
  readonly response: unknown
}

type Taken =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'repeated'; readonly kept: Kept }
  | { readonly kind: 'refused'; readonly problem: Problem }

function hashOf(request: readonly unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify(request)).digest()
}

export async function takeKey(db: Db, it: Repeatable): Promise<Taken> {
  const hash = hashOf(it.request)
  const taken = await db.query(
    `insert into idempotency_keys (account_id, key, request_hash, status, response, given_to)
     values ($1, $2, $3, 0, 'null', $4) on conflict do nothing`,
    [it.accountId, it.key, hash, it.rights],
  )
  if (taken.rowCount === 1) return { kind: 'fresh' }
  const { rows } = await db.query<Kept & { hash: Buffer; isStillTheirs: boolean }>(
    `select request_hash as hash, status, response, given_to <@ $3::text[] as "isStillTheirs" from idempotency_keys where account_id = $1 and key = $2`,
    [it.accountId, it.key, it.rights],
  )
  const [kept] = rows
  if (!kept?.hash.equals(hash)) return { kind: 'refused', problem: problem('request.key-reused') }
  if (!kept.isStillTheirs) return { kind: 'refused', problem: problem('request.rights-changed') }
  return { kind: 'repeated', kept }
}

export async function keepAnswer(db: Db, it: Repeatable, { status, response }: Kept): Promise<void> {
  await db.query(`update idempotency_keys set status = $3, response = $4 where account_id = $1 and key = $2`, [
    it.accountId,
    it.key,
    status,
    JSON.stringify(response ?? null),
  ])
}

/** Answers are kept for seven days. Returns how many were forgotten. */
export async function forgetOldAnswers(db: Db): Promise<number> {
  const { rowCount } = await db.query(`delete from idempotency_keys where at < app.now() - interval '7 days'`)
  return rowCount ?? 0
}
