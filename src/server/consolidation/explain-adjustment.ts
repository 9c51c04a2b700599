/** An adjusted number in an explanation: what agencies say, each amount laid over it with its author and reason, and the sum. */
import type { ExplanationNode } from '#contract/explanation.ts'
import { exact, isNegative, negate, toText } from '#core/quantity/exact.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'
import { type Heading, unsaidNode } from '../explanation/index.ts'
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
  const { said, value, adjustments } = it
  const { label, measure, decimals } = said
  const heading = { label, measure, decimals }
  const amounts = await adjustmentNodes(db, table, { heading, adjustments })
  const shown = (of: ExplanationNode['value']) =>
    of.kind === 'number' ? formatVi(toText(exact(of.value)), decimals) : '…'
  const terms = amounts.flatMap((one) => (one.adjustment ? signed(one.adjustment.amount, decimals) : []))
  return unsaidNode({
    ...heading,
    value,
    formula: {
      words: 'số các cơ quan + điều chỉnh',
      figures: `${[shown(said.value), ...terms].join(' ')} = ${shown(value)}`,
    },
    parts: [said, ...amounts],
  })
}

interface Amounts {
  /** Of the number they are part of. */
  readonly heading: Heading
  readonly adjustments: readonly AdjustmentRow[]
}

/** Each amount laid over a number, as a part of it. */
export async function adjustmentNodes(
  db: Db,
  table: Pick<OpenTable, 'shape' | 'viewer' | 'readings'>,
  { heading, adjustments }: Amounts,
): Promise<ExplanationNode[]> {
  const views = await adjustmentViews(db, table, adjustments)
  return views.map((adjustment) => ({
    ...unsaidNode({
      ...heading,
      label: '',
      value: { kind: 'number', value: adjustment.amount },
      formula: null,
      parts: [],
    }),
    agency: table.shape.catalogue.agencies.get(agencyOf(adjustments, adjustment.id))?.name ?? null,
    at: adjustment.at,
    source: adjustment.reason,
    adjustment,
  }))
}

function agencyOf(adjustments: readonly AdjustmentRow[], id: string): number {
  return adjustments.find((a) => a.id === id)?.agency_id ?? 0
}

/** «+ 4,5», «− 10,1» */
function signed(amount: string, decimals: number): string {
  const value = exact(amount)
  return isNegative(value) ? `− ${formatVi(toText(negate(value)), decimals)}` : `+ ${formatVi(toText(value), decimals)}`
}
