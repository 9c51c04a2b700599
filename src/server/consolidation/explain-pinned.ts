/**
 * Why a number of a pinned version is what it is, from what was pinned: its formula over the numbers beside it, and the
 * figures it took by their editions, down to the cell where each was typed. Nothing said since changes the answer.
 */
import type { ExplanationNode } from '#contract/explanation.ts'
import type { PinnedExplanation } from '#contract/pinned-explanation.ts'
import { type Result, refuse } from '#contract/problems.ts'
import { type PinnedCell, type PinnedContent, pinnedContent } from '#contract/versions.ts'
import { areaName, codesOf, type Heading, unsaidNode, viewedValue } from '../explanation/index.ts'
import type { Db } from '../platform/database.ts'
import { adjustmentsOf } from './adjustment-queries.ts'
import { cellFormula, type FormulaInput } from './cell-formula.ts'
import { adjustmentNodes } from './explain-adjustment.ts'
import { type VersionShelf, versionsKey } from './opened-versions.ts'
import { pinnedInputNodes } from './pinned-inputs.ts'
import { versionOf } from './version-queries.ts'

interface Asked {
  readonly version: number
  readonly row: string
  readonly column: string
}

/** Refused for a version that this viewer may not read, and for a cell that it does not have. */
export async function explainPinned(db: Db, shelf: VersionShelf, asked: Asked): Promise<Result<PinnedExplanation>> {
  const pinned = await versionOf(db, { ...versionsKey(shelf), readings: shelf.readings, version: asked.version })
  if (!pinned) return refuse('request.not-found')
  const content = pinnedContent.parse(JSON.parse(pinned.content))
  const place = placeOf(content, asked.row, asked.column)
  if (!place) return refuse('consolidation.unknown-cell', { row: asked.row, column: asked.column })
  const value: PinnedExplanation = {
    version: pinned.version,
    at: pinned.at,
    rowLabel: place.row.label,
    columnLabel: columnLabel(place.column),
    isPartial: place.cell.isPartial,
    missing: place.cell.missing.map((key) => missingName({ shelf, content }, key)),
    node: await nodeOf({ db, shelf, content, at: pinned.at, depth: 0 }, place),
  }
  return { ok: true, value }
}

type Row = PinnedContent['rows'][number]
type Column = PinnedContent['columns'][number]

interface Place {
  readonly row: Row
  readonly column: Column
  readonly cell: PinnedCell
}

function placeOf({ rows, columns }: PinnedContent, rowKey: string, columnKey: string): Place | undefined {
  const [row, column] = [rows.find(({ key }) => key === rowKey), columns.find(({ key }) => key === columnKey)]
  const cell = row?.cells.find((one) => one.column === columnKey)
  return row && column && cell && { row, column, cell }
}

function columnLabel({ header }: Column): string {
  return header.join(' · ')
}

/** An area, a line, a column or a figure by its words. */
function missingName({ shelf, content }: Pick<Explaining, 'shelf' | 'content'>, key: string): string {
  const column = content.columns.find((one) => one.key === key)
  if (column) return columnLabel(column)
  return content.rows.find((one) => one.key === key)?.label ?? areaName(shelf.shape.catalogue, key)
}

interface Explaining {
  readonly db: Db
  readonly shelf: VersionShelf
  readonly content: PinnedContent
  /** When it was pinned. */
  readonly at: string
  readonly depth: number
}

/** A formula of formulas never goes deeper than a table has lines. */
const deepest = 12

async function nodeOf(x: Explaining, place: Place): Promise<ExplanationNode> {
  const { formula, value } = place.cell
  const heading = headingOf(place)
  if (formula === null) return takenNode(x, place)
  const named = namedIn(x.content, place, formula)
  const inputOf = (code: string): FormulaInput | undefined => {
    const input = named.get(code)
    return input && { label: input.label, value: viewedValue(input.cell.value), decimals: input.row.decimals }
  }
  const parts: ExplanationNode[] = []
  if (x.depth < deepest)
    for (const { label, ...part } of named.values())
      parts.push({ ...(await nodeOf({ ...x, depth: x.depth + 1 }, part)), label })
  const own = { value: viewedValue(value), decimals: heading.decimals }
  return unsaidNode({ ...heading, value, formula: cellFormula({ formula, inputOf, own }), parts })
}

function headingOf({ row, column }: Place): Heading {
  const measure = column.role === 'ratio' ? '%' : row.measure
  return { label: row.label, measure, decimals: column.decimals ?? row.decimals }
}

interface Named extends Place {
  readonly label: string
}

/** The lines of the same column or the columns of the same line that a formula names, by their keys. */
function namedIn(content: PinnedContent, { row, column }: Place, formula: string): ReadonlyMap<string, Named> {
  const named = codesOf(formula).flatMap((code): readonly (readonly [string, Named])[] => {
    const [across, down] = [placeOf(content, row.key, code), placeOf(content, code, column.key)]
    if (across) return [[code, { ...across, label: columnLabel(across.column) }]]
    return down ? [[code, { ...down, label: down.row.label }]] : []
  })
  return new Map(named)
}

/** One figure taken as it was said is told as it was said. */
async function takenNode({ db, shelf, content, at }: Explaining, place: Place): Promise<ExplanationNode> {
  const { value, inputs, adjustments } = place.cell
  const heading = headingOf(place)
  const from = content.reading === 'accepted' ? 'accepted' : 'sent'
  const said = await pinnedInputNodes(db, shelf, { inputs, at, from })
  const [only] = said
  const isAsSaid = said.length === 1 && adjustments.length === 0 && sameView(only?.value, value)
  if (only && isAsSaid) return { ...only, ...heading }
  const ids = new Set(adjustments.map(({ id }) => id))
  const rows = ids.size === 0 ? [] : (await adjustmentsOf(db, versionsKey(shelf))).filter(({ id }) => ids.has(id))
  const parts = [...said, ...(await adjustmentNodes(db, shelf, { heading, adjustments: rows }))]
  return unsaidNode({ ...heading, value, formula: null, parts })
}

function sameView(a: ExplanationNode['value'] | undefined, b: ExplanationNode['value']): boolean {
  if (a?.kind === 'number' && b.kind === 'number') return a.value === b.value
  return a?.kind === 'none' && b.kind === 'none' && a.reason === b.reason
}
