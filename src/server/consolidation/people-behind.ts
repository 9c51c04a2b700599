/** Who stands behind a figure that moved: who entered it, who approved the report it came with, and who sent that. */
import type { Person } from '#contract/common.ts'
import type { ChangeCause } from '#contract/versions.ts'
import { localDate } from '#core/period/local-date.ts'
import { spanKey, spanOf } from '#core/period/span.ts'
import { knownSpanIds } from '../catalogue/index.ts'
import { type EditionRow, provenanceOf } from '../figures/index.ts'
import { peopleById } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { stepsOf } from '../submissions/index.ts'
import type { OpenTable } from './open-table.ts'

export type FigureCause = Extract<ChangeCause, { kind: 'figure' }>

export interface PeopleBehind {
  readonly by: Person | null
  readonly approvedBy: Person | null
  readonly sentBy: Person | null
}

interface Moved {
  readonly table: OpenTable
  readonly causes: readonly FigureCause[]
  readonly editions: ReadonlyMap<string, EditionRow>
}

export async function peopleBehind(db: Db, moved: Moved): Promise<(cause: FigureCause) => PeopleBehind> {
  const enterers = await enterersOf(db, moved)
  const senders = await sendersOf(db, [...moved.editions.values()])
  const ids = [...enterers.values(), ...[...senders.values()].flatMap((one) => [one.approved, one.sent])]
  const people = await peopleById(db, [...new Set(ids.filter((id) => id !== null))])
  const person = (id: number | null | undefined) => (id == null ? undefined : people.get(id)) ?? null
  return (cause) => {
    const sender = senders.get(editionOf(cause))
    return {
      by: person(enterers.get(figureKey(moved.table, cause))),
      approvedBy: person(sender?.approved),
      sentBy: person(sender?.sent),
    }
  }
}

/** The edition that made the figure what it is, or that it was taken back from. */
export function editionOf({ editionAfter, editionBefore }: FigureCause): string {
  return editionAfter ?? editionBefore ?? ''
}

/** By edition, indicator, area and span. */
async function enterersOf(db: Db, { table, causes }: Moved): Promise<ReadonlyMap<string, number>> {
  const { indicators, areaIds } = table.shape.catalogue
  const spans = await knownSpanIds(db, causes.flatMap(spanIn))
  const rows = await provenanceOf(db, {
    indicatorIds: causes.flatMap(({ indicator }) => indicators.get(indicator)?.id ?? []),
    spanIds: [...spans.values()],
    areaIds: causes.flatMap(({ area }) => areaIds.get(area) ?? []),
  })
  const spanOfId = new Map([...spans].map(([key, id]) => [id, key]))
  return new Map(
    rows.flatMap((row) =>
      row.entered_by === null
        ? []
        : [
            [
              keyOf(row.edition_id, [row.indicator_id, row.area_id], spanOfId.get(row.span_id)),
              row.entered_by,
            ] as const,
          ],
    ),
  )
}

function figureKey({ shape }: OpenTable, cause: FigureCause): string {
  const { indicators, areaIds } = shape.catalogue
  const [span] = spanIn(cause)
  const place = [indicators.get(cause.indicator)?.id, areaIds.get(cause.area)]
  return keyOf(editionOf(cause), place, span && spanKey(span))
}

function keyOf(edition: string, place: readonly (number | undefined)[], span: string | undefined): string {
  return [edition, ...place, span].join(' ')
}

/** Tables are made on the statistical calendar of their figures. */
function spanIn({ span }: FigureCause) {
  return span ? [spanOf('statistical', localDate(span.from), localDate(span.to))] : []
}

interface Senders {
  readonly approved: number | null
  readonly sent: number | null
}

/** By edition: the last sending up to when it was sent, and the approval before that. */
async function sendersOf(db: Db, editions: readonly EditionRow[]): Promise<ReadonlyMap<string, Senders>> {
  const steps = await stepsOf(db, [...new Set(editions.flatMap((edition) => edition.submission_id ?? []))])
  return new Map(
    editions.map(({ edition_id, submission_id, sent_at }) => {
      const until = (steps.get(submission_id ?? '') ?? []).filter(({ at }) => sent_at !== null && at <= sent_at)
      const last = (verb: string) => until.findLast((step) => step.verb === verb)?.account_id ?? null
      return [edition_id, { approved: last('approve'), sent: last('send') }]
    }),
  )
}
