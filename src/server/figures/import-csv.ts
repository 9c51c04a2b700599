/**
 * Figures from a CSV file in UTF-8, a figure a row: `indicator,area,breakdown,period,scenario,vintage,value[,note]`, columns in
 * any order. Numbers have a decimal point and no grouping; an empty value or «…» is not yet known, «-» nothing occurred,
 * «x» not applicable. What reads otherwise is kept as text, for the indicator to accept or refuse.
 */
import { type Result, refuse } from '#contract/problems.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import { decimalText } from '#core/quantity/exact.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { signValue } from '#core/quantity/vietnamese-number.ts'
import { type CsvLine, csvLines } from '../catalogue/index.ts'
import type { SaidFigure } from './bulk.ts'

const columns = ['indicator', 'area', 'breakdown', 'period', 'scenario', 'vintage', 'value'] as const
type Column = (typeof columns)[number] | 'note'

export function figuresOfCsv(text: string): Result<readonly SaidFigure[]> {
  const read = csvLines(text)
  if (!read.ok) {
    const what = `cột thứ ${read.column} có dấu nháy kép không đóng`
    return refuse('figures.unreadable-file', { row: read.line, what })
  }
  const [names, ...lines] = read.lines.filter(({ fields }) => fields.some((one) => one !== ''))
  const header = (names?.fields ?? []).map(normalizeText)
  const missing = columns.filter((column) => !header.includes(column))
  if (missing.length > 0) {
    return refuse('figures.unreadable-file', { row: 1, what: `thiếu cột ${missing.join(', ')}` })
  }
  const twice = header.find((name, at) => name !== '' && header.indexOf(name) < at)
  if (twice !== undefined) return refuse('figures.unreadable-file', { row: 1, what: `có hai cột ${twice}` })
  const uneven = lines.find(({ fields }) => fields.length !== header.length)
  if (uneven) {
    const what = `có ${uneven.fields.length} cột, đầu bảng có ${header.length}`
    return refuse('figures.unreadable-file', { row: uneven.line, what })
  }
  const at = (column: Column) => header.indexOf(column)
  const places = { ...Object.fromEntries(columns.map((column) => [column, at(column)])), note: at('note') } as Record<
    Column,
    number
  >
  return { ok: true, value: lines.map((line) => figureOf(line, places)) }
}

/** Its row is the line of the file on which it begins. */
function figureOf({ line, fields }: CsvLine, places: Readonly<Record<Column, number>>): SaidFigure {
  const said = (column: Column) => fields[places[column]] ?? ''
  return {
    row: line,
    indicator: said('indicator'),
    area: said('area'),
    breakdown: said('breakdown'),
    period: said('period'),
    scenario: said('scenario'),
    vintage: said('vintage'),
    value: readValue(said('value').trim()),
    note: said('note'),
  }
}

function readValue(text: string): CellValue {
  const value = decimalText(text)
  return value === undefined ? (signValue(text) ?? { kind: 'text', text }) : { kind: 'number', value }
}
