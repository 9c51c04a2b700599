/** Figures that come in many at once (nạp hàng loạt), by code: what a file, a message or a computation says. */
import type { Problem } from '#contract/problems.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import type { Calendar } from '#core/period/span.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import type { PromotionLevel } from './promote.ts'

/** The most that one batch may hold. */
export const mostFigures = 100_000

/** One figure as it is said outside. Texts are taken in any composition of Vietnamese letters. */
export interface SaidFigure {
  /** Number of its row, from 1; kept as the figure's origin. */
  readonly row: number
  readonly indicator: string
  readonly area: string
  /** '' is the whole. */
  readonly breakdown: string
  /** Label of a period: 2026-09, 2026-YTD08. */
  readonly period: string
  /** `actual`, or the code of a plan version. */
  readonly scenario: string
  /** '' for a plan. */
  readonly vintage: string
  /** What could not be read as a number comes as text: an indicator that takes numbers refuses it. */
  readonly value: CellValue
  readonly note: string
}

export interface Batch {
  readonly agencyId: number
  readonly origin: 'imported' | 'received' | 'computed'
  /** Whose message it is and how it is known there: the same again changes nothing. `hash` tells one content from another. */
  readonly message: { readonly sender: string; readonly id: string; readonly hash: string }
  /** What people read as the source of these figures, such as the name of the file. */
  readonly source: string
  readonly level: PromotionLevel
  readonly calendar: Calendar
  /** Last day of the reporting period that these figures report; absent: the latest day that any of them is about. */
  readonly periodEnd?: LocalDate
  /** Null when no person did it. */
  readonly by: number | null
  readonly actingAgencyId: number
  /** Who besides the agency sees what is only sent. */
  readonly receiverId?: number | null
  readonly requestId?: string
  readonly address?: string
  readonly at: string
  readonly figures: readonly SaidFigure[]
}

/** As a sender gives it: without an instant it is of the moment at which the agency's earlier batches are through. */
export type GivenBatch = Omit<Batch, 'at'> & Partial<Pick<Batch, 'at'>>

export interface BatchCounts {
  readonly added: number
  readonly changed: number
  /** Said already, exactly so, and therefore not said again. */
  readonly unchanged: number
  /** Of those added or changed: a later edition keeps holding; these go into the history alone. */
  readonly outdated: number
}

/** Ten times the value before, or a tenth of it: a slip of the measure, perhaps. */
export interface Oddity {
  readonly row: number
  readonly value: string
  readonly before: string
}

export interface Compared extends BatchCounts {
  /** The first hundred. */
  readonly oddities: readonly Oddity[]
}

export interface Entered extends Compared {
  /** Null when nothing was new. */
  readonly editionId: string | null
  /** The message had been taken before. */
  readonly isRepeat: boolean
}

export interface Preview extends Compared {
  readonly refused: readonly Problem[]
  readonly isRepeat: boolean
}
