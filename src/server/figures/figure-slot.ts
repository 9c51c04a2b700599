/** One indicator, narrowed to members of its breakdowns, over one span: what the figures of many areas have in common. */
import { type Span, spanKey } from '#core/period/span.ts'

export interface FigureSlot {
  /** Two slots with the same key are the same. */
  readonly key: string
  /** The same for all spans of the indicator and members. */
  readonly series: string
  readonly indicatorId: number
  /** Code of the breakdown: its members as a reference spells them, '' for the whole. */
  readonly members: string
  readonly span: Span
}

export function figureSlot({
  indicatorId,
  members,
  span,
}: Pick<FigureSlot, 'indicatorId' | 'members' | 'span'>): FigureSlot {
  const series = `${indicatorId}:${members}`
  return { key: `${series}:${spanKey(span)}`, series, indicatorId, members, span }
}

/** $1 to $8 of `slotTables`. Slots are many and spans few, so each span is looked up once. */
export function slotValues(slots: readonly FigureSlot[]): readonly unknown[] {
  const spans = [...new Map(slots.map(({ span }) => [spanKey(span), span])).values()]
  const days = spans.map(({ to }) => to).sort()
  const numbers = new Map(spans.map((span, index) => [spanKey(span), index + 1]))
  return [
    spans.map(({ calendar }) => calendar),
    spans.map(({ from }) => from),
    spans.map(({ to }) => to),
    slots.map(({ indicatorId }) => indicatorId),
    slots.map(({ members }) => members),
    slots.map(({ span }) => numbers.get(spanKey(span))),
    days[0] ?? null,
    days.at(-1) ?? null,
  ]
}
