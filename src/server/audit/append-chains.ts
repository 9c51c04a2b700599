/** Writing many entries of new chains at once, as a history that is loaded rather than lived. */
import { createHash } from 'node:crypto'
import type { Db } from '#server/platform/database.ts'
import { canonicalJson, type Json } from './canonical-json.ts'
import { type Appending, insertChains, type LinkedEntry } from './queries.ts'

/** Entries in the order in which they happened; each stream begins here. The same text and hash as one at a time. */
export async function appendChains(db: Db, appendings: readonly Appending[]): Promise<void> {
  const heads = new Map<string, LinkedEntry>()
  const linked = appendings.map(({ stream, at, entry }): LinkedEntry => {
    const payload = canonicalJson({ ...entry, at } as unknown as Json)
    const before = heads.get(stream)
    const hash = createHash('sha256')
      .update(before?.hash ?? Buffer.alloc(0))
      .update(payload, 'utf8')
      .digest()
    const link = { stream, seq: (before?.seq ?? 0) + 1, at, payload, hash }
    heads.set(stream, link)
    return link
  })
  await insertChains(db, linked, [...heads.values()])
}
