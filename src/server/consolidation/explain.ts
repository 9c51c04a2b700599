/**
 * Why a number of the table is what it is: its formula in words and in figures, and its parts down to the cell where
 * each was typed, by whom and when. Nothing is recomputed here: the same evaluation that made the table is opened up.
 */
import type { ExplanationNode } from '#contract/explanation.ts'
import type { Explanation, ReadingChoice } from '#contract/province.ts'
import { headerLabel } from '#core/form/header.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { parse } from '#core/formula/parser.ts'
import { inFigures, inWords } from '#core/formula/words.ts'
import { periodName } from '#core/period/period.ts'
import { shiftedPeriod } from '#core/period/span-offset.ts'
import {
  codesOf,
  type Explaining as FigureExplaining,
  outcomeView,
  reportedNode,
  reportedWords,
  shownInput,
  shownOutcome,
  shownValue,
  valueView,
} from '../explanation/index.ts'
import { cellValueOf, vintageOf } from '../figures/index.ts'
import { peopleById } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import type { AdjustmentRow } from './adjustment-queries.ts'
import { adjustmentViews } from './adjustment-view.ts'
import { areaOf, placeOf, type TakenFigure } from './collect-figures.ts'
import { decidersOf, differenceOf, settlementView } from './differences.ts'
import { earlierReports } from './earlier-reports.ts'
import { adjustedNode } from './explain-adjustment.ts'
import { type OpenTable, openTable, type TableRequest } from './open-table.ts'

export interface Asked extends TableRequest {
  readonly row: string
  readonly column: string
}

export async function explain(db: Db, asked: Asked): Promise<Explanation | undefined> {
  const table = await openTable(db, asked)
  const row = table?.shape.rows.find((r) => r.key === asked.row && r.kind !== 'title')
  const column = table?.shape.columns.find((c) => c.key === asked.column)
  if (!table || !row || !column) return undefined
  const explaining: Explaining = { db, table, depth: 0 }
  const cell = table.evaluated.cellOf(row, column)
  const said = cell.taken.flatMap((t) => (t.chosen ? [t.chosen] : []))
  return {
    indicator: row.indicator ?? '',
    rowLabel: row.label,
    columnLabel: columnLabel(table, column),
    periodName: column.offset === null ? '' : periodName(shiftedPeriod(table.shape.period, column.offset)),
    reading: table.reading,
    at: table.at,
    node: await nodeOf(explaining, row, column),
    said: cell.adjustments.length > 0 ? outcomeView(cell.said.outcome) : null,
    adjustments: await adjustmentViews(db, table, everAdjusted(table, row, column)),
    acceptedOnly: table.reading === 'accepted' ? null : await acceptedOnly(db, asked),
    earlierReports: earlierReports(table, said),
    otherSources: otherSources(table, row, column),
    settlements: await settlements(db, table, cell.taken),
    history: said.length === 1 && said[0] ? await reportedWords(db, figuresOf(table), said[0]) : [],
  }
}

function figuresOf({ shape, viewer, at, reading }: OpenTable): FigureExplaining {
  return { catalogue: shape.catalogue, viewer, at, from: reading === 'accepted' ? 'accepted' : 'sent' }
}

/** Also what was withdrawn: an amount that was there once is part of the number's history. */
function everAdjusted(table: OpenTable, row: FormRow, column: FormColumn): readonly AdjustmentRow[] {
  const indicatorId = table.shape.catalogue.indicators.get(row.indicator ?? '')?.id
  const spanId = table.shape.spanIdOf.get(column.key)
  const areaId = areaOf(table.shape, row)
  if (indicatorId === undefined || spanId === undefined || areaId === null || column.scenario === 'plan') return []
  const here = placeOf({ indicator_id: indicatorId, span_id: spanId, area_id: areaId })
  return table.figures.adjustments.filter((a) => placeOf(a) === here)
}

interface Bare {
  readonly label: string
  readonly value: ExplanationNode['value']
  readonly row: FormRow
  readonly column: FormColumn
}

interface Explaining {
  readonly db: Db
  readonly table: OpenTable
  readonly depth: number
}

/** A formula of formulas never goes deeper than the table has lines. */
const deepest = 12

async function nodeOf(x: Explaining, row: FormRow, column: FormColumn): Promise<ExplanationNode> {
  const { table } = x
  const cell = table.evaluated.cellOf(row, column)
  const [only] = cell.taken
  const said =
    cell.taken.length === 1 && only?.chosen && !cell.isSum
      ? await reportedNode(x.db, figuresOf(table), { label: row.label, row, value: only.value, chosen: only.chosen })
      : {
          ...bare({ label: row.label, value: outcomeView(cell.said.outcome), row, column }),
          formula: formulaOf(table, row, column),
          parts: x.depth >= deepest ? [] : await partsOf({ ...x, depth: x.depth + 1 }, row, column),
        }
  const whole = bare({ label: row.label, value: outcomeView(cell.total.outcome), row, column })
  return adjustedNode(x.db, table, { said, whole, adjustments: cell.adjustments })
}

function bare({ label, value, row, column }: Bare): ExplanationNode {
  return {
    label,
    value,
    measure: column.role === 'ratio' ? '%' : row.measure,
    decimals: column.decimals ?? row.decimals,
    agency: null,
    vintage: null,
    level: null,
    at: null,
    sign: '',
    cell: null,
    source: '',
    formula: null,
    parts: [],
  }
}

async function partsOf(x: Explaining, row: FormRow, column: FormColumn): Promise<ExplanationNode[]> {
  const { table } = x
  const formula = column.formula ?? row.formula
  if (formula === undefined) return collectedParts(x, row, column)
  const nodes: ExplanationNode[] = []
  for (const code of codesOf(formula)) {
    const otherRow = column.formula === undefined ? table.shape.rows.find((r) => r.key === code) : row
    const otherColumn = column.formula === undefined ? column : table.shape.columns.find((c) => c.key === code)
    if (!otherRow || !otherColumn) continue
    const node = await nodeOf(x, otherRow, otherColumn)
    nodes.push(column.formula === undefined ? node : { ...node, label: columnLabel(table, otherColumn) })
  }
  return nodes
}

async function collectedParts(x: Explaining, row: FormRow, column: FormColumn): Promise<ExplanationNode[]> {
  const { table } = x
  const nodes: ExplanationNode[] = []
  for (const taken of table.evaluated.cellOf(row, column).taken) {
    const label = table.shape.catalogue.areas.get(taken.areaId)?.name ?? ''
    const said = taken.chosen
      ? await reportedNode(x.db, figuresOf(table), { label, row, value: taken.said, chosen: taken.chosen })
      : bare({ label, value: valueView(taken.said), row, column })
    const whole = bare({ label, value: valueView(taken.value), row, column })
    nodes.push(await adjustedNode(x.db, table, { said, whole, adjustments: taken.adjustments }))
  }
  return nodes
}

function columnLabel(table: OpenTable, column: FormColumn): string {
  return column.header.map((label) => headerLabel(label, table.shape.period)).join(' · ')
}

type FormulaReading = ExplanationNode['formula']

function formulaOf(table: OpenTable, row: FormRow, column: FormColumn): FormulaReading {
  const { shape, evaluated } = table
  if (column.formula === undefined && row.formula === undefined) return sumOfAreas(table, row, column)
  const parsed = parse(column.formula ?? row.formula ?? '')
  if (!parsed.ok) return null
  const inputOf = (code: string) => {
    if (column.formula !== undefined) {
      const other = shape.columns.find((c) => c.key === code)
      return (
        other && {
          label: columnLabel(table, other),
          outcome: evaluated.cellOf(row, other).total.outcome,
          decimals: row.decimals,
        }
      )
    }
    const other = shape.rows.find((r) => r.key === code)
    return (
      other && { label: other.label, outcome: evaluated.cellOf(other, column).total.outcome, decimals: other.decimals }
    )
  }
  const own = evaluated.cellOf(row, column).total.outcome
  const figures = inFigures(
    parsed.ast,
    ({ code }) => inputOf(code)?.outcome ?? { kind: 'none', reason: 'invalid', of: [] },
    (value, { code }) => shownInput(value, inputOf(code)?.decimals ?? 0),
  )
  return {
    words: inWords(parsed.ast, ({ code }) => inputOf(code)?.label ?? code),
    figures: `${figures} = ${shownOutcome(own, column.decimals ?? row.decimals)}`,
  }
}

function sumOfAreas(table: OpenTable, row: FormRow, column: FormColumn): FormulaReading {
  const { taken, said, isSum } = table.evaluated.cellOf(row, column)
  if (!isSum) return null
  const names = taken.map((t) => table.shape.catalogue.areas.get(t.areaId)?.name ?? '')
  const figures = taken.map((t) => shownValue(t.value)).join(' + ')
  return { words: names.join(' + '), figures: `${figures} = ${shownOutcome(said.outcome, row.decimals)}` }
}

async function acceptedOnly(db: Db, asked: Asked): Promise<Explanation['acceptedOnly']> {
  const reading: ReadingChoice = 'accepted'
  const table = await openTable(db, { ...asked, reading })
  const row = table?.shape.rows.find((r) => r.key === asked.row)
  const column = table?.shape.columns.find((c) => c.key === asked.column)
  if (!table || !row || !column) return null
  const { total } = table.evaluated.cellOf(row, column)
  return {
    value: outcomeView(total.outcome),
    counted: total.counted.length,
    total: total.counted.length + total.missing.length,
  }
}

/** Named by their area where the number is a sum over areas. */
async function settlements(
  db: Db,
  table: OpenTable,
  taken: readonly TakenFigure[],
): Promise<Explanation['settlements']> {
  const people = await peopleById(db, decidersOf(taken.flatMap((t) => t.settled ?? [])))
  return taken.flatMap((t) => {
    const area = taken.length > 1 ? (table.shape.catalogue.areas.get(t.areaId)?.name ?? '') : ''
    return t.settled ? [{ area, ...settlementView(table, t.settled, people) }] : []
  })
}

function otherSources(table: OpenTable, row: FormRow, column: FormColumn): Explanation['otherSources'] {
  const { taken: all, isSum } = table.evaluated.cellOf(row, column)
  return all.flatMap((taken) =>
    taken.differing.map((r) => ({
      area: isSum ? (table.shape.catalogue.areas.get(taken.areaId)?.name ?? '') : '',
      agency: table.shape.catalogue.agencies.get(r.agency_id)?.shortName ?? '',
      value: cellValueOf(r),
      difference: differenceOf(r, taken.said),
      level: r.level,
      vintage: vintageOf(r),
    })),
  )
}
