/**
 * Blocks of cells to and from Excel, as clipboard texts: tab-separated, and an HTML table whose numbers carry their value
 * apart from how they look, so that no program has to guess what «1.234» means. Reading HTML: `clipboard-html.ts`.
 */
import type { CellValue } from '../quantity/cell-value.ts'
import { signOf } from '../quantity/cell-value.ts'
import type { DecimalText } from '../quantity/exact.ts'
import { formatTyped, formatVi } from '../quantity/vietnamese-number.ts'

/** One cell of a pasted block, before anybody decides what the text means. */
export interface PastedCell {
  readonly text: string
  /** The number itself as plain decimal text of any length, when the other program said it. */
  readonly number?: string
}
export type PasteBlock = readonly (readonly PastedCell[])[]

/** Rows of fields. Excel quotes a field that holds a tab, a line end or a quote; its last line end is no row. */
export function parseTsv(text: string): PasteBlock {
  const rows: PastedCell[][] = []
  let row: PastedCell[] = []
  let index = 0
  const normal = text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '')
  while (index <= normal.length) {
    const field = fieldAt(normal, index)
    row.push({ text: field.text })
    index = field.end + 1
    if (normal[field.end] !== '\t') {
      rows.push(row)
      row = []
    }
  }
  return rows
}

/** A quote opens a quoted field only if its partner stands right before a tab or a line end: 5" is not quoted. */
function fieldAt(text: string, start: number): { readonly text: string; readonly end: number } {
  const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/u.exec(text.slice(start))
  if (quoted) return { text: (quoted[1] ?? '').replaceAll('""', '"'), end: start + quoted[0].length }
  const length = text.slice(start).search(/[\t\n]/u)
  const end = length === -1 ? text.length : start + length
  return { text: text.slice(start, end), end }
}

/** A number without groups, its sign for another statement: what a Vietnamese Excel reads back as it was meant. */
export function writeTsv(rows: readonly (readonly CellValue[])[]): string {
  return rows.map((row) => row.map((value) => quotedField(typedText(value))).join('\t')).join('\r\n')
}

/** Text of a value as a person would type it. */
export function typedText(value: CellValue): string {
  if (value.kind === 'number') return formatTyped(value.value)
  return value.kind === 'text' ? value.text : (signOf(value) ?? '')
}

const quotedField = (text: string): string => (/[\t\n\r"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Numbers carry their value in `x:num`; text is marked as text, so that no program takes it for a formula. */
export function writeHtml(rows: readonly (readonly CellValue[])[]): string {
  const body = rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('')
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><meta charset="utf-8"><table>${body}</table></html>`
}

function htmlCell(value: CellValue): string {
  if (value.kind === 'number') return numberCell(value.value)
  return `<td style="mso-number-format:'\\@'" x:str>${escapeHtml(typedText(value))}</td>`
}

const numberCell = (value: DecimalText): string => `<td align="right" x:num="${value}">${formatVi(value)}</td>`

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"]/gu, (sign) => escapes[sign] ?? sign)
