/**
 * What exactly a version pins: every cell of the table with its outcome, and of every figure the edition that said it.
 * Nothing that only one viewer may see enters it, and no instant: two readings of unmoved figures give the same text.
 */
import { createHash } from 'node:crypto'
import type { PinnedCell, PinnedContent, PinnedInput } from '#contract/versions.ts'
import { headerLabel } from '#core/form/header.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { periodName } from '#core/period/period.ts'
import { shiftedPeriod } from '#core/period/span-offset.ts'
import { canonicalJson, type Json } from '../audit/index.ts'
import { cellValueOf, vintageOf } from '../figures/index.ts'
import { cellOutcome } from './cell-outcome.ts'
import type { TakenFigure } from './collect-figures.ts'
import { type EvaluatedTable, evaluateTable } from './evaluate-table.ts'
import type { OpenTable } from './open-table.ts'

export interface Pinnable {
  readonly content: PinnedContent
  readonly text: string
  readonly hash: string
}

export function pinnable(table: OpenTable): Pinnable {
  const content = contentOf(table)
  const text = canonicalJson(content as unknown as Json)
  return { content, text, hash: createHash('sha256').update(text, 'utf8').digest('hex') }
}

/** No agency has this id, so that figures before their release are left out for all. */
const nobody = 0

function contentOf(table: OpenTable): PinnedContent {
  const { shape, figures } = table
  const evaluated = evaluateTable(shape, { ...figures, viewerAgencyId: nobody })
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
      cells: row.kind === 'title' ? [] : shape.columns.map((column) => pinnedCell(table, evaluated, { row, column })),
    })),
  }
}

interface At {
  readonly row: FormRow
  readonly column: FormColumn
}

function pinnedCell(table: OpenTable, evaluated: EvaluatedTable, { row, column }: At): PinnedCell {
  const cell = evaluated.cellOf(row, column)
  return {
    column: column.key,
    value: cellOutcome(cell),
    isPartial: cell.total.partial,
    missing: [...cell.total.missing],
    formula: column.formula ?? (cell.taken.length > 0 ? null : (row.formula ?? null)),
    inputs: cell.taken.flatMap((taken) => inputOf(table, column, taken)),
    adjustments: [...cell.adjustments, ...cell.taken.flatMap((t) => t.adjustments)].map((a) => ({
      id: a.id,
      area: table.shape.catalogue.areas.get(a.area_id)?.code ?? '',
      amount: a.amount,
    })),
  }
}

function inputOf({ shape }: OpenTable, column: FormColumn, taken: TakenFigure): PinnedInput[] {
  const { chosen, areaId, settled } = taken
  if (!chosen || column.offset === null) return []
  const { span } = shiftedPeriod(shape.period, column.offset)
  const plan =
    chosen.plan_version_id === 0 ? undefined : shape.catalogue.plans.find((p) => p.id === chosen.plan_version_id)
  return [
    {
      indicator: shape.indicatorCodes.get(chosen.indicator_id) ?? '',
      area: shape.catalogue.areas.get(areaId)?.code ?? '',
      agency: shape.catalogue.agencies.get(chosen.agency_id)?.code ?? '',
      from: span.from,
      to: span.to,
      plan: plan?.code ?? null,
      vintage: vintageOf(chosen),
      value: cellValueOf(chosen),
      edition: chosen.edition_id,
      choice: settled?.scope === 'figure' ? settled.decision.id : null,
    },
  ]
}
