/**
 * The log: one JSON object a line, on standard error (standard output belongs to what a person asked to see).
 * Characters that reorder or hide text in a terminal are escaped, as control characters are.
 */
import pino from 'pino'

export type Log = pino.Logger

const hiding = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

export function escapeHiding(line: string): string {
  return line.replace(hiding, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

export interface LogOptions {
  readonly level: string
  /** web, worker or cli. */
  readonly role: string
  readonly write?: (line: string) => void
}

export function openLog({ level, role, write = (line) => process.stderr.write(line) }: LogOptions): Log {
  return pino(
    {
      level,
      base: { role, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: ['password', '*.password', 'token', '*.token', 'headers.cookie', 'headers.authorization'],
    },
    { write: (line: string) => write(escapeHiding(line)) },
  )
}
