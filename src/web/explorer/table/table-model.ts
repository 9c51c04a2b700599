/** The table as it is drawn: which lines, which headings, which figure where. The arrangement itself is core's. */
import type { ExplorerCell, ExplorerTable } from '#contract/explorer.ts'
import { type Arrangement, arranged } from '#core/table/arrange.ts'
import type { TableDefinition } from '#core/table/definition.ts'
import { cubeIndex, placeAt, type TableLine } from '#core/table/layout.ts'

export interface TableModel extends Arrangement {
  readonly table: ExplorerTable
  cellAt(row: TableLine, column: TableLine): ExplorerCell | undefined
}

export function tableModel(table: ExplorerTable, definition: TableDefinition): TableModel {
  const arrangement = arranged(table, definition)
  return {
    ...arrangement,
    table,
    cellAt: (row, column) => table.cells[cubeIndex(arrangement.sizes, placeAt(row, column))],
  }
}

/** The name under which a figure is explained: indicator, area, period, reading. */
export function cellName({ table }: TableModel, row: TableLine, column: TableLine): string {
  const at = placeAt(row, column)
  return [
    table.indicators[at.indicator]?.code,
    table.areas[at.area]?.code,
    table.periods[at.period]?.label,
    table.readings[at.reading],
  ].join(' ')
}

/** Where a line and a column of the table meet. */
export interface TablePlace {
  readonly row: number
  readonly column: number
}

/** Where the figure of record of that name stands; undefined where the table has none of it. */
export function placeOf(model: TableModel, name: string): TablePlace | undefined {
  for (const [row, line] of model.rows.entries()) {
    const column = model.columns.findIndex(
      (across) => placeAt(line, across.line).source === 0 && cellName(model, line, across.line) === name,
    )
    if (column >= 0) return { row, column }
  }
  return undefined
}

export interface CellMembers {
  readonly indicator: ExplorerTable['indicators'][number] | undefined
  readonly area: ExplorerTable['areas'][number] | undefined
  readonly period: ExplorerTable['periods'][number] | undefined
  readonly reading: ExplorerTable['readings'][number]
  readonly source: ExplorerTable['sources'][number] | undefined
}

export function membersAt({ table }: TableModel, row: TableLine, column: TableLine): CellMembers {
  const at = placeAt(row, column)
  return {
    indicator: table.indicators[at.indicator],
    area: table.areas[at.area],
    period: table.periods[at.period],
    reading: table.readings[at.reading] ?? 'best',
    source: table.sources[at.source],
  }
}

const levels: readonly string[] = ['province', 'district', 'commune']

/** An area that stands above others of the table: its row is their total. */
export function isTotal({ table }: TableModel, area: number | undefined): boolean {
  const rank = (level = ''): number => levels.indexOf(level)
  const own = area === undefined ? -1 : rank(table.areas[area]?.level)
  return own >= 0 && table.areas.some(({ level }) => rank(level) > own)
}
