/** Who stands behind a figure that moved: who entered it, who approved the report it came with, and who sent that. */
import type { Person } from '#contract/common.ts'
import type { ChangeCause } from '#contract/versions.ts'
import { localDate } from '#core/period/local-date.ts'
import { spanKey, spanOf } from '#core/period/span.ts'
import { indicatorOfWord } from '#core/table/definition.ts'
import { knownSpanIds } from '../catalogue/index.ts'
import { type EditionRow, provenanceOf, vintageOf } from '../figures/index.ts'
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
  const entererOf = await enterersOf(db, moved)
  const senders = await sendersOf(db, [...moved.editions.values()])
  const ids = [...moved.causes.map(entererOf), ...[...senders.values()].flatMap((one) => [one.approved, one.sent])]
  const people = await peopleById(db, [...new Set(ids.filter((id) => id !== null))])
  const person = (id: number | null | undefined) => (id == null ? undefined : people.get(id)) ?? null
  return (cause) => {
    const sender = senders.get(editionOf(cause))
    return {
      by: person(entererOf(cause)),
      approvedBy: person(sender?.approved),
      sentBy: person(sender?.sent),
    }
  }
}

/** The edition that made the figure what it is, or that it was taken back from. */
export function editionOf({ editionAfter, editionBefore }: FigureCause): string {
  return editionAfter ?? editionBefore ?? ''
}

type Enterer = (cause: FigureCause) => number | null

/** By the whole key of the figure, in the edition; where a list was recorded without, by as much as it holds. */
async function enterersOf(db: Db, { table, causes }: Moved): Promise<Enterer> {
  const { indicators, areaIds, plans } = table.shape.catalogue
  const indicatorOf = (cause: FigureCause) => indicatorOfWord(cause.indicator)
  const spans = await knownSpanIds(db, causes.flatMap(spanIn))
  const rows = await provenanceOf(db, {
    indicatorIds: causes.flatMap((cause) => indicators.get(indicatorOf(cause).code)?.id ?? []),
    spanIds: [...spans.values()],
    areaIds: causes.flatMap(({ area }) => areaIds.get(area) ?? []),
  })
  const byEdition = Map.groupBy(rows, ({ edition_id }) => edition_id)
  const planIdOf = (code: string | null) => (code === null ? 0 : plans.find((plan) => plan.code === code)?.id)
  return (cause) => {
    const { code, members } = indicatorOf(cause)
    const [span] = spanIn(cause)
    const word = byEdition
      .get(editionOf(cause))
      ?.find(
        (row) =>
          row.indicator_id === indicators.get(code)?.id &&
          row.members === members.join(',') &&
          row.area_id === areaIds.get(cause.area) &&
          row.span_id === (span && spans.get(spanKey(span))) &&
          (cause.said === null ||
            (row.plan_version_id === planIdOf(cause.said.plan) && vintageOf(row) === cause.said.vintage)),
      )
    return word?.entered_by ?? null
  }
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
