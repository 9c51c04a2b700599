/** CSV files that people hand to the command: whatever is wrong with one is said with its line and column. */
import { readFileSync } from 'node:fs'
import { type CsvFault, type CsvLine, eachCsvLine, utf8Text } from '../catalogue/index.ts'

/** A file that cannot be used, in words that name the place. */
export interface Unreadable {
  readonly ok: false
  readonly says: string
}

export interface TableRow {
  readonly line: number
  /** Without blanks around it; '' for a column the file lacks. */
  readonly field: (name: string) => string
}

/** The rows are read once, one at a time; what keeps the rest of the file from being read is the last of them. */
export type Table = { readonly ok: true; readonly rows: Iterable<TableRow | Unreadable> } | Unreadable

/** What to do about most of it: a spreadsheet set to Vietnamese saves semicolons, and not always UTF-8. */
const asCsv = 'Hãy lưu lại dạng CSV UTF-8, dấu phẩy giữa các cột.'

/** The rows under a header that has at least these columns, in any order; blank lines are skipped. */
export function readTable(path: string, needed: readonly string[]): Table {
  const bytes = bytesOf(path)
  if (!bytes) return unreadable(path, 'không đọc được tệp. Hãy kiểm tra đường dẫn và quyền đọc.')
  const text = utf8Text(bytes)
  if (text === undefined) return unreadable(path, `không phải văn bản UTF-8. ${asCsv}`)
  const lines = eachCsvLine(text)
  const header = lines.next().value
  if (!header) return unreadable(path, `tệp trống. Dòng đầu là tên các cột: ${needed.join(',')}.`)
  if ('ok' in header) return misquoted(path, header)
  const names = header.fields.map((name) => name.trim().toLowerCase())
  const lacking = needed.filter((name) => !names.includes(name))
  if (lacking.length > 0) return unreadable(path, `dòng 1 thiếu cột ${lacking.join(', ')}. ${asCsv}`)
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) < at)
  if (twice !== undefined) return unreadable(path, `dòng 1 có hai cột ${twice}. Hãy bỏ bớt một cột.`)
  return { ok: true, rows: rowsOf(path, names, lines) }
}

/** All rows of a table that is small. */
export function allRows(rows: Iterable<TableRow | Unreadable>): readonly TableRow[] | Unreadable {
  const all: TableRow[] = []
  for (const row of rows) {
    if ('says' in row) return row
    all.push(row)
  }
  return all
}

function misquoted(path: string, { line, column }: CsvFault): Unreadable {
  return unreadable(path, `dòng ${line}, cột ${column}: dấu nháy kép không khớp. ${asCsv}`)
}

function* rowsOf(
  path: string,
  names: readonly string[],
  lines: Iterable<CsvLine | CsvFault>,
): Generator<TableRow | Unreadable> {
  const places = new Map(names.map((name, at) => [name, at]))
  for (const each of lines) {
    if ('ok' in each) {
      yield misquoted(path, each)
      return
    }
    const { line, fields } = each
    if (!fields.some((field) => field.trim() !== '')) continue
    if (fields.length !== names.length) {
      const column = Math.min(fields.length, names.length) + 1
      const counts = `có ${fields.length} cột, tiêu đề có ${names.length} cột`
      yield unreadable(path, `dòng ${line}, cột ${column}: ${counts}. ${asCsv}`)
      return
    }
    yield { line, field: (name) => fields[places.get(name) ?? names.length]?.normalize('NFC').trim() ?? '' }
  }
}

/** `-` is what is handed over on standard input. */
function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path === '-' ? 0 : path)
  } catch {
    return undefined
  }
}

export function unreadable(path: string, says: string): Unreadable {
  return { ok: false, says: `${path}: ${says}` }
}
