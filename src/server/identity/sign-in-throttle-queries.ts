/**
 * The throttle on guessing passwords, by account and by source, on the database's clock. An attempt is counted before
 * the password is looked at, so that a burst of guesses cannot slip through; a right password takes its count back.
 */
import type { Db } from '#server/platform/database.ts'

export interface Throttled {
  readonly key: string
  readonly limit: number
}

/** Minutes to wait, or null when the attempt may go on. */
export async function countAttempt(db: Db, { key, limit }: Throttled): Promise<number | null> {
  const { rows } = await db.query<{ wait: number | null }>(
    `insert into sign_in_throttles as t (key, failures, since) values ($1, 1, app.now())
     on conflict (key) do update set
       failures = case when t.locked_until > app.now() then t.failures
                       when t.locked_until is not null or t.since < app.now() - interval '15 minutes' then 1
                       else t.failures + 1 end,
       since = case when t.locked_until <= app.now() or t.since < app.now() - interval '15 minutes' then app.now() else t.since end,
       locked_until = case when t.locked_until > app.now() then t.locked_until
                           when t.locked_until is null and t.since >= app.now() - interval '15 minutes' and t.failures >= $2
                             then app.now() + interval '15 minutes' end
     returning ceil(extract(epoch from locked_until - app.now()) / 60)::int as wait`,
    [key, limit],
  )
  return rows[0]?.wait ?? null
}

/** After a wrong password: the attempt that reaches the limit locks. */
export async function lockIfSpent(db: Db, { key, limit }: Throttled): Promise<void> {
  await db.query(
    `update sign_in_throttles set locked_until = app.now() + interval '15 minutes'
     where key = $1 and failures >= $2 and locked_until is null`,
    [key, limit],
  )
}

export async function forgiveAccount(db: Db, key: string): Promise<void> {
  await db.query('delete from sign_in_throttles where key = $1', [key])
}

/** A source keeps the failures it had: signing in to one's own account does not clear guesses at others. */
export async function takeBackAttempt(db: Db, key: string): Promise<void> {
  await db.query('update sign_in_throttles set failures = greatest(failures - 1, 0) where key = $1', [key])
}
