/** Reads the CSV of our own reference files (RFC 4180, UTF-8): one record per line, by the names of the first line. */
import { readFileSync } from 'node:fs'
import { invariant } from '#core/quantity/invariant.ts'

export type CsvRecord = Readonly<Record<string, string>>

const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy

export function readCsv(path: string): readonly CsvRecord[] {
  const [names = [], ...lines] = parseCsv(readFileSync(path, 'utf8'))
  return lines.map((line, index) => {
    invariant(line.length === names.length, `${path}: record ${index + 2} has ${names.length} fields`)
    return Object.fromEntries(names.map((name, at) => [name, line[at] ?? '']))
  })
}

export function parseCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = []
  let line: string[] = []
  field.lastIndex = 0
  while (field.lastIndex < text.length) {
    const [, said = '', end] = field.exec(text) ?? []
    invariant(end !== undefined, `readable CSV after line ${lines.length + 1}`)
    line.push(said.startsWith('"') ? said.slice(1, -1).replaceAll('""', '"') : said)
    if (end === ',') continue
    lines.push(line)
    line = []
  }
  return lines
}
