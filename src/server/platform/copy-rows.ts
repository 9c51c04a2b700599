/**
 * COPY into a table, within a transaction: the fastest way for very many rows. Lines are in COPY's text format, each
 * ending in a line feed; `copyField` writes one field.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { invariant } from '#core/quantity/invariant.ts'
import { clientOf, type Db } from './database.ts'

const chunkLength = 65_536

/** Null is a field that says nothing. */
export function copyField(value: string | number | null): string {
  if (value === null) return '\\N'
  return typeof value === 'number' ? String(value) : value.replace(/[\\\t\n\r]/g, (mark) => escapes[mark] ?? mark)
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function* chunksOf(lines: Iterable<string>): Iterable<string> {
  let chunk = ''
  for (const line of lines) {
    chunk += line
    if (chunk.length < chunkLength) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

/** `target` is a table, with its columns if not all. Everything asked of `db` before must have been answered. */
export async function copyRows(db: Db, target: string, lines: Iterable<string>): Promise<void> {
  const client = clientOf(db)
  invariant(client !== undefined, 'COPY runs in a transaction')
  // The driver does not stream between queries that are on their way, so for this one the connection takes turns.
  const isPipelined = client.pipeline
  client.pipeline = false
  try {
    await pipeline(Readable.from(chunksOf(lines)), client.query(copyFrom(`copy ${target} from stdin`)))
  } finally {
    client.pipeline = isPipelined
  }
}
