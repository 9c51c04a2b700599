/**
 * Adjusting a figure of the consolidated table (điều chỉnh), and withdrawing an adjustment. No agency's figure changes:
 * the amount lies over what they say, with its author and reason. Only what is collected can be adjusted; what is
 * computed follows its lines.
 */
import type { NewAdjustment } from '#contract/adjustments.ts'
import { type Result, refuse } from '#contract/problems.ts'
import { canConsolidate } from '#core/access/roles.ts'
import { adjusted, adjustingAmount } from '#core/aggregation/adjustment.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { type Span, spanKey } from '#core/period/span.ts'
import {
  canonicalText,
  type DecimalText,
  decimalText,
  digitsOf,
  exact,
  isZero,
  roundTo,
  toText,
} from '#core/quantity/exact.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'
import { spanIds } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { type Acting, tell } from './acting.ts'
import * as queries from './adjustment-queries.ts'
import { areaOf, isCollected } from './cell-place.ts'
import { isSeenByAll, type OpenTable, openTable, regimeNow } from './open-table.ts'

/** Answers with the id of the adjustment. */
export async function adjust(
  db: Db,
  acting: Acting,
  { regimeCode, input }: { readonly regimeCode: string; readonly input: NewAdjustment },
): Promise<Result<string>> {
  const regime = await regimeNow(db, regimeCode)
  if (!regime) return refuse('province.unknown')
  if (!canConsolidate(acting.actor, regime.receiverId)) return refuse('consolidation.not-yours')
  const key = { regimeId: regime.regimeId, period: input.period }
  await queries.holdTable(db, key)
  const { period, reading, area } = input
  const table = await openTable(db, { regimeCode, period, reading, area, actor: acting.actor })
  if (!table) return refuse('province.unknown')
  const place = placeIn(table, input)
  if (!place.ok) return place
  const amount = amountOf(table, place.value, input)
  if (!amount.ok) return amount
  const reason = normalizeText(input.reason)
  const { span } = place.value
  const spans = await spanIds(db, [span])
  const id = await queries.insertAdjustment(db, {
    ...key,
    indicatorId: place.value.indicatorId,
    areaId: place.value.areaId,
    spanId: spans.get(spanKey(span)) ?? 0,
    vintage: place.value.column.vintage ?? 'best',
    amount: amount.value,
    reading: table.reading,
    valueBefore: input.before,
    reason,
    accountId: acting.actor.accountId,
    agencyId: acting.actor.agencyId,
    at: table.at,
  })
  await tell(db, acting, { action: 'adjust', object: `${regimeCode} ${input.period} #${id}`, reason })
  return { ok: true, value: id }
}

export interface AdjustedPlace {
  readonly row: FormRow
  readonly column: FormColumn
  readonly indicatorId: number
  readonly areaId: number
  /** Of a derived number it may be one that nobody ever reported on. */
  readonly span: Span
}

/**
 * Where the adjustment lies; refused for what is computed, for plans, where nobody has said a number, and for one that its
 * owner alone may see yet: everybody reads an adjustment with the value it was made on.
 */
export function placeIn(
  table: OpenTable,
  at: { readonly row: string; readonly column: string },
): Result<AdjustedPlace> {
  const { shape, evaluated } = table
  const row = shape.rows.find((r) => r.key === at.row && r.kind !== 'title')
  const column = shape.columns.find((c) => c.key === at.column && c.width > 0)
  if (!row || !column) return refuse('consolidation.unknown-cell', at)
  const indicator = shape.catalogue.indicators.get(row.indicator ?? '')
  const areaId = areaOf(shape, row)
  if (!isCollected(shape, row, column) || !indicator || areaId === null) return refuse('adjustment.computed')
  const { outcome, reading } = evaluated.cellOf(row, column)
  if (outcome.kind === 'none' || !reading) return refuse('adjustment.no-figure')
  if (!isSeenByAll(table, row, column)) return refuse('adjustment.not-released')
  return { ok: true, value: { row, column, indicatorId: indicator.id, areaId, span: reading.place.period.span } }
}

function amountOf(table: OpenTable, { row, column }: AdjustedPlace, input: NewAdjustment): Result<DecimalText> {
  const { outcome } = table.evaluated.cellOf(row, column)
  if (outcome.kind === 'none') return refuse('adjustment.no-figure')
  const before = toText(outcome.value)
  const typed = canonicalText(input.change.kind === 'amount' ? input.change.amount : input.change.value)
  if (before !== input.before) {
    return refuse('adjustment.value-moved', {
      current: formatVi(toText(roundTo(exact(before), row.decimals)), row.decimals),
    })
  }
  if (digitsOf(typed).decimals > row.decimals) return refuse('cell.too-many-decimals', { decimals: row.decimals })
  const amount =
    input.change.kind === 'value' ? adjustingAmount(before, typed) : isZero(exact(typed)) ? undefined : typed
  if (amount === undefined) return refuse('adjustment.no-change')
  const after = adjusted(outcome, [amount])
  const isStorable = after.kind === 'number' && decimalText(toText(roundTo(after.value, 6))) !== undefined
  return isStorable && decimalText(amount) !== undefined
    ? { ok: true, value: amount }
    : refuse('quantity.too-many-digits', { text: typed })
}

export interface Withdrawing {
  readonly regimeCode: string
  readonly id: string
  readonly reason: string
}

export async function withdrawAdjustment(db: Db, acting: Acting, it: Withdrawing): Promise<Result<string>> {
  const regime = await regimeNow(db, it.regimeCode)
  const found = await queries.tableOfAdjustment(db, it.id)
  if (!regime || found?.regimeId !== regime.regimeId) return refuse('request.not-found')
  if (!canConsolidate(acting.actor, regime.receiverId)) return refuse('consolidation.not-yours')
  await queries.holdTable(db, found)
  const reason = normalizeText(it.reason)
  const isNew = await queries.insertWithdrawal(db, {
    id: it.id,
    reason,
    accountId: acting.actor.accountId,
    agencyId: acting.actor.agencyId,
    at: await databaseNow(db),
  })
  if (!isNew) return refuse('adjustment.withdrawn')
  await tell(db, acting, { action: 'withdrawAdjustment', object: `${it.regimeCode} ${found.period} #${it.id}`, reason })
  return { ok: true, value: it.id }
}
