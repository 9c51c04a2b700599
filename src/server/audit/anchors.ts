/**
 * Heads kept outside the database: whoever rewrites a whole chain, tables and all, cannot rewrite this file as well
 * without having the machine too. One JSON line an hour with the chains that moved, each line bound to the one before.
 * Copy the file to another machine to be safe against that.
 */
import { createHash } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Head } from './seal-queries.ts'

interface Line {
  readonly previous: string
  readonly heads: readonly Head[]
}

export interface Anchors {
  readonly heads: readonly Head[]
  /** Number of the first line that does not follow from the one before it. */
  readonly brokenLine: number | undefined
}

export function anchorsFile(dataFolder: string): string {
  return path.join(dataFolder, 'evidence', 'heads.jsonl')
}

function hashOf(line: string): string {
  return createHash('sha256').update(line).digest('hex')
}

async function linesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').filter((line) => line !== '')
}

function parseLine(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line
  } catch {
    return undefined
  }
}

/** No file yet: no heads. */
export async function readAnchors(file: string): Promise<Anchors> {
  const lines = await linesOf(file)
  const heads: Head[] = []
  for (const [index, text] of lines.entries()) {
    const line = parseLine(text)
    if (line?.previous !== hashOf(lines[index - 1] ?? '')) return { heads, brokenLine: index + 1 }
    heads.push(...line.heads)
  }
  return { heads, brokenLine: undefined }
}

/** Adds what moved since the last line; on the disk when it returns. Returns how many chains moved. */
export async function addAnchors(file: string, at: string, present: readonly Head[]): Promise<number> {
  const lines = await linesOf(file)
  const known = new Map((await readAnchors(file)).heads.map((head) => [head.stream, head]))
  const moved = present.filter((head) => known.get(head.stream)?.hash !== head.hash)
  if (moved.length === 0) return 0
  await mkdir(path.dirname(file), { recursive: true })
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(`${JSON.stringify({ at, previous: hashOf(lines.at(-1) ?? ''), heads: moved })}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return moved.length
}
