/** The log of the embedded PostgreSQL: bounded, and read back for the reason of a failed start. */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

const kept = 6

function files(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^postgresql-.*\.log$/.test(name))
    .sort()
    .map((name) => path.join(folder, name))
}

export function pruneLog(folder: string): void {
  for (const file of files(folder).slice(0, -kept)) rmSync(file, { force: true })
}

/** The last complaint in the newest log and in what was said before the log opened; empty when there is none. */
export function lastComplaint(folder: string, startOutput: string): string {
  const newest = files(folder).at(-1)
  const text = `${newest ? readFileSync(newest, 'utf8').slice(-20_000) : ''}\n${startOutput}`
  const complaints = text.split('\n').filter((line) => /\b(FATAL|PANIC|ERROR|could not)\b/.test(line))
  return (complaints.at(-1) ?? '').replace(/^.*?\b(FATAL|PANIC|ERROR):\s*/, '$1: ').trim()
}
