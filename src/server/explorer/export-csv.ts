/**
 * A table as csv: UTF-8 with its mark, every column named in the first line, so that parsers take it as it is. Period, measure, vintage, level and time of reading stand in columns of every line, not in a head above. Numbers
 * are plain (1234.5) or Vietnamese (1234,5); text that a spreadsheet would run is neutralised; absent is empty, with its
 * reason beside it.
 */
import type { ComputedValue } from '#contract/explanation.ts'
import type { ExplorerCell, ExplorerTable, ExportQuery } from '#contract/explorer.ts'
import { type Arrangement, arranged } from '#core/table/arrange.ts'
import type { TableAxis, TableDefinition } from '#core/table/definition.ts'
import { tableAxes } from '#core/table/definition.ts'
import { cubeIndex, linesOf, placeAt, type TableLine } from '#core/table/layout.ts'
import { neutralText } from '#core/table/spreadsheet-text.ts'
import { comparisonNames, readingNames, reasonNames, vintageNames } from './export-words.ts'

type Numbers = ExportQuery['numbers']

interface Exporting {
  readonly table: ExplorerTable
  readonly definition: TableDefinition
  readonly numbers: Numbers
}

export function exportCsv(shape: ExportQuery['shape'], it: Exporting): string {
  const lines = shape === 'long' ? longLines(it) : wideLines(it)
  // A spreadsheet set to Vietnamese takes the comma for the decimal sign, and splits columns at semicolons.
  const separator = it.numbers === 'vi' ? ';' : ','
  return `\ufeff${lines.map((line) => line.map(field).join(separator)).join('\r\n')}\r\n`
}

function field(text: string): string {
  return /[",;\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Numbers stay numbers, negative ones too. */
function numberText(value: ComputedValue | undefined, numbers: Numbers): string {
  if (value?.kind !== 'number') return ''
  return numbers === 'vi' ? value.value.replace('.', ',') : value.value
}

function reasonText(value: ComputedValue): string {
  return value.kind === 'number' ? '' : reasonNames[value.reason]
}

const longHead = [
  'Mã chỉ tiêu',
  'Chỉ tiêu',
  'Đơn vị tính',
  'Mã địa bàn',
  'Địa bàn',
  'Kỳ',
  'Tên kỳ',
  'Lịch',
  'Loại số',
  'Nguồn',
  'Giá trị',
  'Vì sao không có',
  'Loại ước tính',
  'Mức',
  'Cơ quan',
  'Thiếu phần',
]

function longLines({ table, definition, numbers }: Exporting): readonly (readonly string[])[] {
  const arrangement = arranged(table, definition)
  const head = [...longHead, ...table.comparisons.map((one) => comparisonNames[one]), 'Đọc lúc', 'Theo hiểu biết đến']
  return [
    head,
    ...linesOf(tableAxes, arrangement.sizes).map((line) => {
      const cell = cellAt({ table, arrangement }, line, {})
      return [
        ...keyOf({ table, definition }, line),
        ...valueFields(cell, numbers),
        ...table.comparisons.map((_, at) => numberText(cell?.compared?.[at], numbers)),
        table.at,
        table.asOf ?? '',
      ]
    }),
  ]
}

function keyOf({ table, definition }: Pick<Exporting, 'table' | 'definition'>, line: TableLine): readonly string[] {
  const at = placeAt(line, {})
  const [indicator, area] = [table.indicators[at.indicator], table.areas[at.area]]
  const period = table.periods[at.period]
  return [
    indicator?.code ?? '',
    neutralText(indicator?.name ?? ''),
    neutralText(indicator?.measure ?? ''),
    area?.code ?? '',
    neutralText(area?.name ?? ''),
    period?.label ?? '',
    period?.name ?? '',
    definition.calendar === 'statistical' ? 'dương lịch' : '15 đến 14',
    readingNames[table.readings[at.reading] ?? 'best'],
    neutralText(sourceName(table, at.source)),
  ]
}

function valueFields(cell: ExplorerCell | undefined, numbers: Numbers): readonly string[] {
  if (!cell) return ['', '', '', '', '', '']
  return [
    numberText(cell.value, numbers),
    reasonText(cell.value),
    cell.vintage === undefined ? '' : vintageNames[cell.vintage],
    cell.level === undefined ? '' : levelNames[cell.level],
    neutralText(cell.agency ?? ''),
    neutralText((cell.missing ?? []).join('; ')),
  ]
}

const levelNames = { draft: 'nháp', sent: 'tạm tính', accepted: 'đã tiếp nhận', published: 'đã công bố' } as const

function sourceName({ sources }: ExplorerTable, at: number): string {
  return sources[at]?.name || 'số chính'
}

function wideLines({ table, definition, numbers }: Exporting): readonly (readonly string[])[] {
  const arrangement = arranged(table, definition)
  const { rowAxes, columnAxes, rows, columns } = arrangement
  const names = (axes: readonly TableAxis[], line: TableLine) => axes.map((axis) => memberName(table, axis, line))
  const always = ['Mức', 'Đọc lúc', 'Theo hiểu biết đến', 'Thiếu phần']
  const head = columns.map(({ line, comparison }) =>
    [...names(columnAxes, line), ...(comparison ? [comparisonNames[comparison]] : [])].join(' | '),
  )
  const level = table.level === 'accepted' ? 'đã tiếp nhận' : 'tạm tính'
  return [
    [...rowAxes.map((axis) => axisNames[axis]), ...head.map(neutralText), ...always],
    ...rows.map((row) => [
      ...names(rowAxes, row).map(neutralText),
      ...columns.map(({ line, comparison }) => {
        const cell = cellAt({ table, arrangement }, row, line)
        const at = comparison === null ? -1 : table.comparisons.indexOf(comparison)
        return numberText(comparison === null ? cell?.value : cell?.compared?.[at], numbers)
      }),
      level,
      table.at,
      table.asOf ?? '',
      neutralText(lackingIn({ table, arrangement }, row, head).join('; ')),
    ]),
  ]
}

/** Which numbers of a line are not the whole, and what they lack: in such a file nothing else tells them from whole ones. */
function lackingIn(placed: Placed, row: TableLine, head: readonly string[]): readonly string[] {
  return placed.arrangement.columns.flatMap(({ line, comparison }, at) => {
    const missing = comparison === null ? (cellAt(placed, row, line)?.missing ?? []) : []
    return missing.length > 0 ? [[head[at], missing.join(', ')].filter(Boolean).join(': ')] : []
  })
}

const axisNames: Readonly<Record<TableAxis, string>> = {
  indicator: 'Chỉ tiêu',
  area: 'Địa bàn',
  period: 'Kỳ',
  reading: 'Loại số',
  source: 'Nguồn',
}

function memberName(table: ExplorerTable, axis: TableAxis, line: TableLine): string {
  const at = line[axis] ?? 0
  switch (axis) {
    case 'indicator': {
      const indicator = table.indicators[at]
      return indicator ? `${indicator.name} (${indicator.measure})` : ''
    }
    case 'area':
      return table.areas[at]?.name ?? ''
    case 'period':
      return table.periods[at]?.label ?? ''
    case 'reading':
      return readingNames[table.readings[at] ?? 'best']
    case 'source':
      return sourceName(table, at)
  }
}

interface Placed {
  readonly table: ExplorerTable
  readonly arrangement: Arrangement
}

function cellAt({ table, arrangement }: Placed, row: TableLine, column: TableLine): ExplorerCell | undefined {
  return table.cells[cubeIndex(arrangement.sizes, placeAt(row, column))]
}
