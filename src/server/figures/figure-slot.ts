/** One indicator, narrowed to members of its breakdowns, over one span: what the figures of many areas have in common. */
import { type Span, spanKey } from '#core/period/span.ts'

export interface FigureSlot {
  readonly indicatorId: number
  /** Code of the breakdown: its members as a reference spells them, '' for the whole. */
  readonly members: string
  readonly span: Span
}

/** Two slots with the same text are the same. */
export function slotKey({ indicatorId, members, span }: FigureSlot): string {
  return `${indicatorId}:${members}:${spanKey(span)}`
}

/** $1 to $6 of `slotTables`. Slots are many and spans few, so each span is looked up once. */
export function slotValues(slots: readonly FigureSlot[]): readonly (readonly unknown[])[] {
  const spans = [...new Map(slots.map(({ span }) => [spanKey(span), span])).values()]
  const numbers = new Map(spans.map((span, index) => [spanKey(span), index + 1]))
  return [
    spans.map(({ calendar }) => calendar),
    spans.map(({ from }) => from),
    spans.map(({ to }) => to),
    slots.map(({ indicatorId }) => indicatorId),
    slots.map(({ members }) => members),
    slots.map(({ span }) => numbers.get(spanKey(span))),
  ]
}
