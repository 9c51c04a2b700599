/** The table as tab-separated text, for a spreadsheet: headings repeated on every line they stand over. */

import { exact, roundTo, toText } from '#core/quantity/exact.ts'
import { formatTyped } from '#core/quantity/vietnamese-number.ts'
import type { TableAxis } from '#core/table/definition.ts'
import type { TableLine } from '#core/table/layout.ts'
import { neutralText } from '#core/table/spreadsheet-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import { periodShort } from '../period-short.ts'
import { percentDecimals } from './shown-cell.ts'
import type { TableModel } from './table-model.ts'

export function tableText(text: Text, model: TableModel): string {
  const { rowAxes, columnAxes, rows, columns, table } = model
  const words = text.explorer
  const name = (axis: TableAxis, line: TableLine): string =>
    neutralText(memberName(text, model, { axis, member: line[axis] ?? 0 }))
  const head = [
    ...rowAxes.map((axis) => words.axes[axis]),
    ...columns.map(({ line, comparison }) =>
      [...columnAxes.map((axis) => name(axis, line)), ...(comparison ? [words.comparisonHeads[comparison]] : [])].join(
        ' · ',
      ),
    ),
  ]
  const lines = rows.map((row) => [
    ...rowAxes.map((axis) => name(axis, row)),
    ...columns.map(({ line, comparison }) => {
      const cell = model.cellAt(row, line)
      const value = comparison === null ? cell?.value : cell?.compared?.[table.comparisons.indexOf(comparison)]
      if (value?.kind !== 'number') return ''
      const decimals = comparison === null ? decimalsAt(model, row, line) : percentDecimals
      return formatTyped(toText(roundTo(exact(value.value), decimals)))
    }),
  ])
  return [head, ...lines].map((line) => line.join('\t')).join('\n')
}

function decimalsAt({ table }: TableModel, row: TableLine, column: TableLine): number {
  return table.indicators[row.indicator ?? column.indicator ?? 0]?.decimals ?? 0
}

interface Member {
  readonly axis: TableAxis
  readonly member: number
}

function memberName(text: Text, { table }: TableModel, { axis, member }: Member): string {
  switch (axis) {
    case 'indicator': {
      const indicator = table.indicators[member]
      return indicator ? `${indicator.name} (${indicator.measure})` : ''
    }
    case 'area':
      return table.areas[member]?.name ?? ''
    case 'period':
      return periodShort(text, table.periods[member]?.label ?? '')
    case 'reading':
      return text.explorer.readings[table.readings[member] ?? 'best']
    case 'source':
      return table.sources[member]?.name || text.explorer.record
  }
}
