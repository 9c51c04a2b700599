/** Reads CSV (RFC 4180, UTF-8, BOM allowed): our own reference files by the names of the first line, other files by line. */
import { readFileSync } from 'node:fs'
import { invariant } from '#core/quantity/invariant.ts'

export type CsvRecord = Readonly<Record<string, string>>

/** One record with the line it starts on, counted from 1; a quoted field may run over several lines. */
export interface CsvLine {
  readonly line: number
  readonly fields: readonly string[]
}

/** Where a quoted field is not closed, or a quotation mark stands inside a plain one. */
export interface CsvFault {
  readonly ok: false
  readonly line: number
  readonly column: number
}

export type CsvText = { readonly ok: true; readonly lines: readonly CsvLine[] } | CsvFault

export function readCsv(path: string): readonly CsvRecord[] {
  const text = csvLines(readFileSync(path, 'utf8'))
  invariant(text.ok, `${path} is readable CSV`)
  const [names, ...lines] = text.lines
  return lines.map(({ fields, line }) => {
    invariant(fields.length === names?.fields.length, `${path}: line ${line} has ${fields.length} fields`)
    return Object.fromEntries(names.fields.map((name, at) => [name, fields[at] ?? '']))
  })
}

/** Undefined for bytes that are no UTF-8: read with substitutes, names and notes would be lost without a word. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

export function csvLines(text: string): CsvText {
  const lines: CsvLine[] = []
  for (const line of eachCsvLine(text)) {
    if ('ok' in line) return line
    lines.push(line)
  }
  return { ok: true, lines }
}

/** One after the other, for a file of a million; a fault is the last. */
export function* eachCsvLine(said: string): Generator<CsvLine | CsvFault, undefined> {
  const text = said.startsWith('\ufeff') ? said.slice(1) : said
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy
  let fields: string[] = []
  let line = 1
  let start = 1
  for (let isMore = text.length > 0; isMore; ) {
    const [whole = '', value = '', end] = field.exec(text) ?? []
    if (end === undefined) {
      yield { ok: false, line, column: fields.length + 1 }
      return undefined
    }
    fields.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)
    line += whole.split('\n').length - 1
    isMore = end === ',' || field.lastIndex < text.length
    if (end === ',') continue
    yield { line: start, fields }
    fields = []
    start = line
  }
}
