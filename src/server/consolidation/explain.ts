/**
 * Why a number of the table is what it is: its formula in words and in figures, and its parts down to the cell where
 * each was typed, by whom and when. Nothing is recomputed here: the same evaluation that made the table is opened up.
 */

import type { ReadingChoice } from '#contract/consolidated-table.ts'
import type { ExplanationNode } from '#contract/explanation.ts'
import type { Explanation } from '#contract/province.ts'
import { headerLabel } from '#core/form/header.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { periodName } from '#core/period/period.ts'
import { shiftedPeriod } from '#core/period/span-offset.ts'
import {
  codesOf,
  type Explaining as FigureExplaining,
  figureHistory,
  otherSourcesOf,
  outcomeView,
  readingNode,
  unsaidNode,
} from '../explanation/index.ts'
import { peopleById } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import type { AdjustmentRow } from './adjustment-queries.ts'
import { adjustmentViews } from './adjustment-view.ts'
import { cellFormula, type FormulaInput } from './cell-formula.ts'
import { statedInCell } from './cell-outcome.ts'
import { cellPlace, isCollected } from './cell-place.ts'
import { decidersOf, settlementView } from './differences.ts'
import { earlierReports } from './earlier-reports.ts'
import { adjustedNode } from './explain-adjustment.ts'
import { type OpenTable, openTable, type TableRequest } from './open-table.ts'
import type { TakenFigure } from './settled-sources.ts'

export interface Asked extends TableRequest {
  readonly row: string
  readonly column: string
}

export async function explain(db: Db, asked: Asked): Promise<Explanation | undefined> {
  const table = await openTable(db, asked)
  const row = table?.shape.rows.find((r) => r.key === asked.row && r.kind !== 'title')
  const column = table?.shape.columns.find((c) => c.key === asked.column)
  if (!table || !row || !column) return undefined
  const cell = table.evaluated.cellOf(row, column)
  return {
    indicator: row.indicator ?? '',
    rowLabel: row.label,
    columnLabel: columnLabel(table, column),
    periodName: column.offset === null ? '' : periodName(shiftedPeriod(table.shape.period, column.offset)),
    reading: table.reading,
    at: table.at,
    node: await nodeOf({ db, table, depth: 0 }, row, column),
    said: cell.reading?.said ? outcomeView(cell.said) : null,
    adjustments: await adjustmentViews(db, table, everAdjusted(table, row, column)),
    acceptedOnly: table.reading === 'accepted' ? null : await acceptedOnly(db, asked),
    earlierReports: earlierReports(table, cell),
    otherSources: cell.reading ? otherSourcesOf(table.shape.catalogue, cell.reading, cell.taken) : [],
    settlements: await settlements(db, table, cell.taken),
    history: cell.reading ? await figureHistory(db, figuresOf(db, table), cell.reading) : [],
  }
}

function figuresOf(db: Db, table: OpenTable): FigureExplaining {
  const { shape, viewer, at, reading, adjustments } = table
  return {
    catalogue: shape.catalogue,
    viewer,
    at,
    from: reading === 'accepted' ? 'accepted' : 'sent',
    withAdjustments: (it, said) => {
      return adjustedNode(db, table, { said, value: outcomeView(it.outcome), adjustments: adjustments.over(it) })
    },
  }
}

/** Also what was withdrawn: an amount that was there once is part of the number's history. */
function everAdjusted({ shape, adjustments }: OpenTable, row: FormRow, column: FormColumn): readonly AdjustmentRow[] {
  const at = isCollected(shape, row, column) ? cellPlace(shape, row, column) : undefined
  return at ? adjustments.everAt(at) : []
}

interface Explaining {
  readonly db: Db
  readonly table: OpenTable
  readonly depth: number
}

/** A formula of formulas never goes deeper than the table has lines. */
const deepest = 12

async function nodeOf(x: Explaining, row: FormRow, column: FormColumn): Promise<ExplanationNode> {
  const { db, table, depth } = x
  const { reading, outcome } = table.evaluated.cellOf(row, column)
  const measure = column.role === 'ratio' ? '%' : row.measure
  const heading = { label: row.label, measure, decimals: column.decimals ?? row.decimals }
  if (reading) return readingNode(db, figuresOf(db, table), { it: reading, heading })
  return unsaidNode({
    ...heading,
    value: outcomeView(outcome),
    formula: formulaOf(table, row, column),
    parts: depth >= deepest ? [] : await partsOf({ ...x, depth: depth + 1 }, row, column),
  })
}

async function partsOf(x: Explaining, row: FormRow, column: FormColumn): Promise<ExplanationNode[]> {
  const nodes: ExplanationNode[] = []
  for (const code of codesOf(column.formula ?? row.formula ?? '')) {
    const named = namedIn(x.table, { row, column }, code)
    if (named) nodes.push({ ...(await nodeOf(x, named.row, named.column)), label: named.label })
  }
  return nodes
}

interface Cell {
  readonly row: FormRow
  readonly column: FormColumn
}

/** The column of the same line that a formula names, or else the line of the same column. */
function namedIn(
  { shape }: OpenTable,
  { row, column }: Cell,
  code: string,
): (Cell & { readonly label: string }) | undefined {
  if (column.formula === undefined) {
    const line = shape.rows.find(({ key }) => key === code)
    return line && { row: line, column, label: line.label }
  }
  const other = shape.columns.find(({ key }) => key === code)
  return other && { row, column: other, label: columnLabel({ shape }, other) }
}

function columnLabel({ shape }: Pick<OpenTable, 'shape'>, column: FormColumn): string {
  return column.header.map((label) => headerLabel(label, shape.period)).join(' · ')
}

function formulaOf(table: OpenTable, row: FormRow, column: FormColumn): ExplanationNode['formula'] {
  const { evaluated } = table
  const inputOf = (code: string): FormulaInput | undefined => {
    const named = namedIn(table, { row, column }, code)
    if (!named) return undefined
    const value = statedInCell(evaluated.cellOf(named.row, named.column))
    return { label: named.label, value, decimals: named.row.decimals }
  }
  const { outcome } = evaluated.cellOf(row, column)
  const own = { value: outcome, decimals: column.decimals ?? row.decimals }
  return cellFormula({ formula: column.formula ?? row.formula ?? '', inputOf, own })
}

async function acceptedOnly(db: Db, asked: Asked): Promise<Explanation['acceptedOnly']> {
  const reading: ReadingChoice = 'accepted'
  const table = await openTable(db, { ...asked, reading })
  const row = table?.shape.rows.find((r) => r.key === asked.row)
  const column = table?.shape.columns.find((c) => c.key === asked.column)
  if (!table || !row || !column) return null
  const { outcome, coverage } = table.evaluated.cellOf(row, column)
  return { value: outcomeView(outcome), ...coverage }
}

/** Named by their area where the number is a sum over areas. */
async function settlements(
  db: Db,
  table: OpenTable,
  taken: readonly TakenFigure[],
): Promise<Explanation['settlements']> {
  const people = await peopleById(db, decidersOf(taken.flatMap((t) => t.settled ?? [])))
  return taken.flatMap((t) => {
    const area = taken.length > 1 ? areaName(table, t) : ''
    return t.settled ? [{ area, ...settlementView(table, t.settled, people) }] : []
  })
}

function areaName({ shape }: OpenTable, { figure }: TakenFigure): string {
  return shape.catalogue.areas.get(figure.origin.row.area_id)?.name ?? ''
}
