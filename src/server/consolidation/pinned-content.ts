/**
 * What exactly a version pins: every cell of the table with its outcome, and of every figure the edition that said it.
 * Nothing that only one viewer may see enters it, and no instant: two readings of unmoved figures give the same text.
 */
import { createHash } from 'node:crypto'
import type { PinnedCell, PinnedContent, PinnedInput } from '#contract/versions.ts'
import { headerLabel } from '#core/form/header.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { referenceText } from '#core/formula/formula.ts'
import { periodName } from '#core/period/period.ts'
import { isUnsettled } from '#core/reading/derivation.ts'
import { canonicalJson, type Json } from '../audit/index.ts'
import { cellValueOf, vintageOf } from '../figures/index.ts'
import { cellOutcome } from './cell-outcome.ts'
import type { OpenTable } from './open-table.ts'
import type { TakenFigure } from './settled-sources.ts'

export interface Pinnable {
  readonly content: PinnedContent
  readonly text: string
  readonly hash: string
}

const ofTables = new WeakMap<OpenTable, Pinnable>()

/** Written out once for an opened table: whoever may pin it is shown its hash, and how far the last version is from it. */
export function pinnable(table: OpenTable): Pinnable {
  const made = ofTables.get(table) ?? writtenOut(table)
  ofTables.set(table, made)
  return made
}

function writtenOut(table: OpenTable): Pinnable {
  const content = contentOf(table)
  const text = canonicalJson(content as unknown as Json)
  return { content, text, hash: createHash('sha256').update(text, 'utf8').digest('hex') }
}

function contentOf(table: OpenTable): PinnedContent {
  const { shape } = table
  return {
    regime: shape.regime.code,
    title: shape.title,
    period: { label: table.period, name: periodName(shape.period) },
    reading: table.reading,
    form: { version: shape.formVersionId },
    columns: shape.columns.map((column) => ({
      key: column.key,
      header: column.header.map((label) => headerLabel(label, shape.period)),
      role: column.role === 'ratio' ? 'ratio' : 'amount',
      decimals: column.decimals ?? null,
      isShown: column.width > 0,
    })),
    rows: shape.rows.map((row) => ({
      key: row.key,
      ordinal: row.ordinal,
      label: row.label,
      kind: row.kind,
      level: row.level,
      measure: row.measure,
      decimals: row.decimals,
      cells: row.kind === 'title' ? [] : shape.columns.map((column) => pinnedCell(table, row, column)),
    })),
  }
}

function pinnedCell(table: OpenTable, row: FormRow, column: FormColumn): PinnedCell {
  const cell = table.evaluatedForAll.cellOf(row, column)
  return {
    column: column.key,
    value: cellOutcome(cell),
    isPartial: isUnsettled(cell.outcome),
    missing: cell.missing.map(({ key }) => key),
    formula: column.formula ?? (cell.taken.length > 0 ? null : (row.formula ?? null)),
    inputs: distinct(cell.taken).map((taken) => inputOf(table, taken)),
    adjustments: (cell.reading ? table.adjustments.within(cell.reading) : []).map((a) => ({
      id: a.id,
      area: table.shape.catalogue.areas.get(a.area_id)?.code ?? '',
      amount: a.amount,
    })),
  }
}

/** A figure that several parts of a number read is one input. */
function distinct(taken: readonly TakenFigure[]): readonly TakenFigure[] {
  return [...new Map(taken.map((one) => [one.figure.origin.row, one])).values()]
}

function inputOf({ shape }: OpenTable, { reference, place, figure, settled }: TakenFigure): PinnedInput {
  const { row } = figure.origin
  const plan = row.plan_version_id === 0 ? undefined : shape.catalogue.plans.find((p) => p.id === row.plan_version_id)
  return {
    indicator: referenceText(reference),
    area: place.area,
    agency: shape.catalogue.agencies.get(row.agency_id)?.code ?? '',
    from: place.period.span.from,
    to: place.period.span.to,
    plan: plan?.code ?? null,
    vintage: vintageOf(row),
    value: cellValueOf(row),
    edition: row.edition_id,
    choice: settled?.scope === 'figure' ? settled.decision.id : null,
  }
}
