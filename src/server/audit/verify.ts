/**
 * Proves that the journal, and what it speaks of, are as they were written: chains, their heads, cells, steps, submitted
 * contents, figures, sealed events, and the heads kept outside the database. Reads one snapshot of a running system.
 */
import { type Db, type Pool, transaction } from '#server/platform/database.ts'
import { readAnchors } from './anchors.ts'
import { missingHead, sealCheck } from './seal-queries.ts'
import { figureChecks } from './verify-figures-queries.ts'
import { type Check, chainCheck, type Extent, extentOf, findFault, tableChecks, takeTime } from './verify-queries.ts'

export interface Fault {
  readonly says: string
  /** The first bad record. */
  readonly place: string
}

export interface Verdict extends Extent {
  readonly fault: Fault | undefined
  /** Heads outside the database that were compared. */
  readonly anchors: number
}

async function anchorFault(db: Db, file: string): Promise<{ anchors: number; fault: Fault | undefined }> {
  const { heads, brokenLine } = await readAnchors(file)
  if (brokenLine !== undefined) {
    return { anchors: heads.length, fault: { says: 'tệp mốc băm bị sửa', place: `${file}, dòng ${brokenLine}` } }
  }
  const head = heads.length > 0 ? await missingHead(db, heads) : undefined
  const says = 'chuỗi không còn như mốc đã giữ ngoài cơ sở dữ liệu: cả chuỗi đã bị viết lại'
  return { anchors: heads.length, fault: head && { says, place: `${head.stream} #${head.seq}` } }
}

async function firstFault(db: Db, checks: readonly Check[]): Promise<Fault | undefined> {
  for (const check of checks) {
    const place = await findFault(db, check)
    if (place !== undefined) return { says: check.says, place }
  }
  return undefined
}

/** Stops at the first fault: what comes after it rests on what is broken. */
export function verify(pool: Pool, anchorsFile: string): Promise<Verdict> {
  return transaction(
    pool,
    async (db) => {
      await takeTime(db)
      const extent = await extentOf(db)
      const outside = await anchorFault(db, anchorsFile)
      const fault =
        (await firstFault(db, [chainCheck])) ??
        outside.fault ??
        (await firstFault(db, [...tableChecks, ...figureChecks, sealCheck]))
      return { ...extent, anchors: outside.anchors, fault }
    },
    { isolation: 'repeatable read', readOnly: true, attempts: 1 },
  )
}
