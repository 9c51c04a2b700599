/**
 * A figure of a longer span from those of the shorter spans within it (tháng → quý, 6 tháng, năm), by the indicator's
 * nature: a flow adds up, a stock takes its end, a rate comes from its formula and has no such total. Spans of different
 * calendars never mix, and days that are counted twice are refused.
 */
import type { Nature } from '../indicator/indicator.ts'
import { addDays } from '../period/local-date.ts'
import { canonicalLabel } from '../period/period.ts'
import { type Span, spanContains, spanKey, spanOf } from '../period/span.ts'
import { addUp, isAwaited } from '../quantity/add-up.ts'
import { none, type Outcome } from '../quantity/outcome.ts'
import type { Total } from './total.ts'

export interface SpanPart {
  readonly span: Span
  readonly outcome: Outcome
}

export interface SpanProblem {
  readonly code: 'aggregation.part-outside' | 'aggregation.parts-overlap'
  readonly details: { readonly whole: string; readonly part: string }
}

export type SpanTotal =
  | { readonly ok: true; readonly total: Total<Span> }
  | { readonly ok: false; readonly problem: SpanProblem }

export interface SpanTotalQuestion {
  readonly nature: Nature
  readonly whole: Span
  readonly parts: readonly SpanPart[]
}

/**
 * Shape: parts in any order; the lists of the total run forward in time. Measure: that of the indicator throughout.
 * Absent: a flow without some part, or with days no part covers, is partial and lists those spans; a stock whose last
 * part is missing has no value, whatever earlier parts say.
 * Refuses: a part outside the whole or of another calendar, and parts that overlap.
 */
export function totalOverSpan({ nature, whole, parts }: SpanTotalQuestion): SpanTotal {
  const outside = parts.find(({ span }) => !spanContains(whole, span))
  if (outside) return refused('aggregation.part-outside', whole, outside.span)
  const inOrder = [...parts].sort((a, b) => (a.span.from < b.span.from ? -1 : 1))
  const overlapping = inOrder.find(({ span }, index) => index > 0 && span.from <= (inOrder[index - 1]?.span.to ?? ''))
  if (overlapping) return refused('aggregation.parts-overlap', whole, overlapping.span)
  const complete = withGaps(whole, inOrder)
  switch (nature) {
    case 'flow':
      return { ok: true, total: sumOfParts(complete) }
    case 'stock':
      return { ok: true, total: sumOfParts(complete.slice(-1)) }
    case 'rate':
      return { ok: true, total: noTotal(whole) }
  }
}

function noTotal(whole: Span): Total<Span> {
  return {
    outcome: none('notApplicable', [labelOf(whole)]),
    partial: false,
    missing: [],
    counted: [],
    leftOut: [whole],
  }
}

function refused(code: SpanProblem['code'], whole: Span, part: Span): SpanTotal {
  return { ok: false, problem: { code, details: { whole: spanKey(whole), part: spanKey(part) } } }
}

/** The parts with an absent one wherever days of the whole are not covered. */
function withGaps(whole: Span, inOrder: readonly SpanPart[]): readonly SpanPart[] {
  const complete: SpanPart[] = []
  let next = whole.from
  const fillUntil = (day: Span['from']) => {
    if (next < day) complete.push({ span: spanOf(whole.calendar, next, addDays(day, -1)), outcome: none('absent') })
  }
  for (const part of inOrder) {
    fillUntil(part.span.from)
    complete.push(part)
    next = addDays(part.span.to, 1)
  }
  fillUntil(addDays(whole.to, 1))
  return complete
}

function sumOfParts(parts: readonly SpanPart[]): Total<Span> {
  const spans = (holds: (outcome: Outcome) => boolean) =>
    parts.filter(({ outcome }) => holds(outcome)).map(({ span }) => span)
  const missing = spans(isAwaited)
  const outcome = addUp(parts.map((part) => ({ label: labelOf(part.span), outcome: part.outcome })))
  return {
    outcome,
    partial: missing.length > 0 || (outcome.kind === 'number' && outcome.lacking !== undefined),
    missing,
    counted: spans(({ kind }) => kind === 'number'),
    leftOut: spans((each) => each.kind === 'none' && each.reason === 'notApplicable'),
  }
}

/** The name of a span as a period, or its days when it is none. */
function labelOf(span: Span): string {
  return canonicalLabel(span) ?? spanKey(span)
}
