/** CSV files that people hand to the command: whatever is wrong with one is said with its line and column. */
import { readFileSync } from 'node:fs'
import { type CsvLine, csvLines, utf8Text } from '../catalogue/index.ts'

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

/** The rows are read once. */
export type Table = { readonly ok: true; readonly rows: Iterable<TableRow> } | Unreadable

/** What to do about most of it: a spreadsheet set to Vietnamese saves semicolons, and not always UTF-8. */
const asCsv = 'Hãy lưu lại dạng CSV UTF-8, dấu phẩy giữa các cột.'

/** The rows under a header that has at least these columns, in any order; blank lines are skipped. */
export function readTable(path: string, needed: readonly string[]): Table {
  const bytes = bytesOf(path)
  if (!bytes) return unreadable(path, 'không đọc được tệp. Hãy kiểm tra đường dẫn và quyền đọc.')
  const text = utf8Text(bytes)
  if (text === undefined) return unreadable(path, `không phải văn bản UTF-8. ${asCsv}`)
  const read = csvLines(text)
  if (!read.ok) return unreadable(path, `dòng ${read.line}, cột ${read.column}: dấu nháy kép không khớp. ${asCsv}`)
  const [header, ...lines] = read.lines
  if (!header) return unreadable(path, `tệp trống. Dòng đầu là tên các cột: ${needed.join(',')}.`)
  const names = header.fields.map((name) => name.trim().toLowerCase())
  const lacking = needed.filter((name) => !names.includes(name))
  if (lacking.length > 0) return unreadable(path, `dòng 1 thiếu cột ${lacking.join(', ')}. ${asCsv}`)
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) < at)
  if (twice !== undefined) return unreadable(path, `dòng 1 có hai cột ${twice}. Hãy bỏ bớt một cột.`)
  const filled = lines.filter(({ fields }) => fields.some((field) => field.trim() !== ''))
  const uneven = filled.find(({ fields }) => fields.length !== names.length)
  if (uneven) {
    const { line, fields } = uneven
    const column = Math.min(fields.length, names.length) + 1
    return unreadable(
      path,
      `dòng ${line}, cột ${column}: có ${fields.length} cột, tiêu đề có ${names.length} cột. ${asCsv}`,
    )
  }
  return { ok: true, rows: rowsOf(names, filled) }
}

/** One at a time: of a million rows each is looked at once. */
function* rowsOf(names: readonly string[], lines: readonly CsvLine[]): Generator<TableRow> {
  const places = new Map(names.map((name, at) => [name, at]))
  for (const { line, fields } of lines) {
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
