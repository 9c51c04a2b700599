/**
 * A test file takes a seat at the server with its first database and leaves it with its last. Files share the room,
 * but one that must be alone waits until the others have left and keeps them out meanwhile. One seat a process: a
 * second one would wait behind somebody who waits for the first.
 */
import { openPool } from '#server/platform/database.ts'

/** Gives the seat back. */
type Leave = () => Promise<void>

let seat: Promise<Leave> | undefined
let sitting = 0

/** Long enough for the slowest neighbour; a neighbour that never ends shows as a failure, not as silence. */
const patience = '25min'

/** The lock lives with its connection, so a process that dies leaves too. */
async function takeSeat(serverUrl: string, isAlone: boolean): Promise<Leave> {
  const pool = openPool({ url: serverUrl, size: 1 })
  const client = await pool.connect()
  await client.query(`set lock_timeout = '${patience}'; set statement_timeout = 0`)
  await client.query(`select pg_advisory_lock${isAlone ? '' : '_shared'}(hashtext('baocao-test-seat'))`)
  return () => {
    client.release(true)
    return pool.end()
  }
}

/** Whether the file is alone is decided by its first database. */
export async function sit(serverUrl: string, isAlone: boolean): Promise<void> {
  sitting++
  seat ??= takeSeat(serverUrl, isAlone)
  await seat
}

export async function standUp(): Promise<void> {
  sitting--
  if (sitting > 0 || !seat) return
  const leave = await seat
  seat = undefined
  await leave()
}
