/**
 * What exactly is submitted, approved and signed: the typed cells of one version in canonical order. Its SHA-256 is the
 * content hash that every transition carries, so that nobody signs what they did not see.
 */
import { createHash } from 'node:crypto'
import { cellValueOf } from '../figures/index.ts'
import type { CellRow } from './cell-queries.ts'

/** Canonical JSON: forms, rows and columns in code order, numbers as canonical decimal text, notes NFC; nothing of emptied cells. */
export function canonicalContent(cells: readonly CellRow[]): string {
  const lines = cells
    .filter(({ kind }) => kind !== 'empty')
    .map((cell) => {
      const value = cellValueOf(cell)
      const said = value.kind === 'number' ? value.value : value.kind === 'text' ? value.text : ''
      return [cell.form_version_id, cell.row_key, cell.column_key, value.kind, said, cell.note] as const
    })
  lines.sort((a, b) => a[0] - b[0] || order(a[1], b[1]) || order(a[2], b[2]))
  return JSON.stringify(lines)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function contentHash(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}

export type ContentLine = readonly [
  formId: number,
  row: string,
  column: string,
  kind: string,
  said: string,
  note: string,
]

export function contentLines(content: string): readonly ContentLine[] {
  return JSON.parse(content) as ContentLine[]
}
