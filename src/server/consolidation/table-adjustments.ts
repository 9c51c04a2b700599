/** The adjustments of a table, by the place of the reading over which they lie. */

import type { AreaCode } from '#core/indicator/indicator.ts'
import { shiftedPeriod } from '#core/period/span-offset.ts'
import type { LaidAmount } from '#core/reading/adjusted-source.ts'
import { readingKey } from '#core/reading/place.ts'
import type { OpenedReading } from '../explanation/index.ts'
import type { AdjustmentRow } from './adjustment-queries.ts'
import type { CellPlace } from './cell-place.ts'
import type { TableShape } from './table-shape.ts'

type Where = Pick<CellPlace, 'reference' | 'place'>

export interface TableAdjustments {
  /** All that were ever made on the table. */
  readonly rows: readonly AdjustmentRow[]
  /** Those in force, as the reading engine takes them. */
  readonly amounts: readonly LaidAmount[]
  /** Withdrawn ones too: an amount that was there once is part of the number's history. */
  readonly everAt: (where: Where) => readonly AdjustmentRow[]
  /** Those in force at the reading and at the parts it is made of, each once. */
  readonly within: (reading: OpenedReading) => readonly AdjustmentRow[]
  /** Those in force at the reading itself. */
  readonly over: (reading: OpenedReading) => readonly AdjustmentRow[]
}

export function tableAdjustments(shape: TableShape, rows: readonly AdjustmentRow[]): TableAdjustments {
  const placed = rows.flatMap((row) => {
    const where = whereOf(shape, row)
    return where ? [{ row, key: readingKey(where.reference, where.place), where }] : []
  })
  const byKey = Map.groupBy(placed, ({ key }) => key)
  const everAt = ({ reference, place }: Where) => (byKey.get(readingKey(reference, place)) ?? []).map(({ row }) => row)
  const over = ({ reference, place, said }: OpenedReading) =>
    reference === undefined || said === undefined ? [] : everAt({ reference, place }).filter(isInForce)
  return {
    rows,
    amounts: placed.flatMap(({ row, where }) => (isInForce(row) ? [{ ...where, amount: row.amount }] : [])),
    everAt,
    over,
    within: (reading) => [...new Set(readingsWithin(reading).flatMap(over))],
  }
}

function isInForce({ withdrawn_at }: AdjustmentRow): boolean {
  return withdrawn_at === null
}

function readingsWithin(it: OpenedReading): readonly OpenedReading[] {
  return [it, ...it.parts.flatMap(readingsWithin)]
}

/** Undefined where the form of the table no longer has a column of the span. */
function whereOf(shape: TableShape, row: AdjustmentRow): Where | undefined {
  const code = shape.indicatorCodes.get(row.indicator_id)
  const area = shape.catalogue.areas.get(row.area_id)?.code
  const column = shape.columns.find(({ key, scenario }) => {
    return scenario === 'actual' && shape.spanIdOf.get(key) === row.span_id
  })
  if (code === undefined || area === undefined || column?.offset == null) return undefined
  return {
    reference: { code, members: [] },
    place: {
      area: area as AreaCode,
      period: shiftedPeriod(shape.period, column.offset),
      scenario: { kind: 'actual' },
      vintage: row.vintage as CellPlace['place']['vintage'],
    },
  }
}
