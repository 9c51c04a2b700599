/** An adjusted number in an explanation: what agencies say, each amount laid over it with its author and reason, and the sum. */
import type { ExplanationNode } from '#contract/explanation.ts'
import { exact, isNegative, negate, toText } from '#core/quantity/exact.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'
import type { Db } from '../platform/database.ts'
import type { AdjustmentRow } from './adjustment-queries.ts'
import { adjustmentViews } from './adjustment-view.ts'
import type { OpenTable } from './open-table.ts'

interface Adjusted {
  /** The number before its adjustments, explained. */
  readonly said: ExplanationNode
  /** The number after them. */
  readonly value: ExplanationNode['value']
  readonly adjustments: readonly AdjustmentRow[]
}

export async function adjustedNode(db: Db, table: OpenTable, it: Adjusted): Promise<ExplanationNode> {
  const { said, adjustments } = it
  const { label, measure, decimals } = said
  const nobody = { agency: null, vintage: null, level: null, at: null, sign: '', cell: null, source: '' }
  const whole = { label, value: it.value, measure, decimals, ...nobody }
  const views = await adjustmentViews(db, table, adjustments)
  const shown = (value: ExplanationNode['value']) =>
    value.kind === 'number' ? formatVi(toText(exact(value.value)), whole.decimals) : '…'
  const amounts = views.map((a) => signed(a.amount, whole.decimals))
  return {
    ...whole,
    formula: {
      words: 'số các cơ quan + điều chỉnh',
      figures: `${[shown(said.value), ...amounts].join(' ')} = ${shown(whole.value)}`,
    },
    parts: [
      said,
      ...views.map((adjustment) => ({
        ...whole,
        label: '',
        value: { kind: 'number' as const, value: adjustment.amount },
        formula: null,
        parts: [],
        agency: table.shape.catalogue.agencies.get(agencyOf(adjustments, adjustment.id))?.name ?? null,
        at: adjustment.at,
        source: adjustment.reason,
        adjustment,
      })),
    ],
  }
}

function agencyOf(adjustments: readonly AdjustmentRow[], id: string): number {
  return adjustments.find((a) => a.id === id)?.agency_id ?? 0
}

/** «+ 4,5», «− 10,1» */
function signed(amount: string, decimals: number): string {
  const value = exact(amount)
  return isNegative(value) ? `− ${formatVi(toText(negate(value)), decimals)}` : `+ ${formatVi(toText(value), decimals)}`
}
