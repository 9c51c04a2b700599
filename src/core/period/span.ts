/**
 * The days that a figure was taken for (khoảng số liệu): calendar, first and last day, both included. A figure is keyed by
 * its span, so one fact has one address whatever the period is called. The two calendars never mix: the administrative
 * month runs from the 15th to the 14th (NĐ 09/2019, Đ.12), the statistical one is the calendar month.
 */
import { invariant } from '../quantity/invariant.ts'
import type { LocalDate } from './local-date.ts'
import { daysBetween, parseLocalDate } from './local-date.ts'

export type Calendar = 'administrative' | 'statistical'

export interface Span {
  readonly calendar: Calendar
  readonly from: LocalDate
  /** Last day, inclusive. */
  readonly to: LocalDate
}

export const calendars: readonly Calendar[] = ['administrative', 'statistical']

export function spanOf(calendar: Calendar, from: LocalDate, to: LocalDate): Span {
  invariant(from <= to, `a span runs forward (${from} to ${to})`)
  return { calendar, from, to }
}

/** One text per span, for maps and keys: `administrative:2025-12-15..2026-09-14`. */
export function spanKey(span: Span): string {
  return `${span.calendar}:${span.from}..${span.to}`
}

/** Undefined for text that `spanKey` never writes. */
export function parseSpanKey(key: string): Span | undefined {
  const parts = /^(administrative|statistical):(.{10})\.\.(.{10})$/.exec(key)
  const calendar = calendars.find((known) => known === parts?.[1])
  const from = parseLocalDate(parts?.[2] ?? '')
  const to = parseLocalDate(parts?.[3] ?? '')
  return calendar && from && to && from <= to ? { calendar, from, to } : undefined
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.calendar === b.calendar && a.from === b.from && a.to === b.to
}

/** Within one calendar only: spans of different calendars are never part of each other. */
export function spanContains(outer: Span, inner: Span): boolean {
  return outer.calendar === inner.calendar && outer.from <= inner.from && inner.to <= outer.to
}

/** Days in the span, both ends counted. */
export function daysIn(span: Span): number {
  return daysBetween(span.from, span.to) + 1
}
