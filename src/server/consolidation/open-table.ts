/** The table of a regime's period opened for one viewer: its shape, the figures they may see, and every cell evaluated. */
import type { ReadingChoice } from '#contract/province.ts'
import type { Actor } from '#core/access/roles.ts'
import { period as periodOf } from '#core/period/period.ts'
import {
  precedenceDecisions,
  precedenceOrders,
  type RegimeVersion,
  regimeVersion,
  responsibleAgencies,
} from '../catalogue/index.ts'
import { type EditionRow, editionsById, reportedValues, sourceChoices } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { localDay, now, type RegimePeriodRow, regimePeriod } from '../submissions/index.ts'
import { adjustmentsOf } from './adjustment-queries.ts'
import { placeOf, type TableFigures } from './collect-figures.ts'
import { type EvaluatedTable, evaluateTable } from './evaluate-table.ts'
import { type TableShape, tableShape } from './table-shape.ts'

export interface TableRequest {
  readonly regimeCode: string
  readonly period: string
  /** Code of an area or key of a group; the province when it is left out. */
  readonly area?: string | undefined
  readonly reading: ReadingChoice
  readonly actor: Actor
}

export interface OpenTable {
  /** Last day for which this period's reports take data. */
  readonly periodEnd: string
  /** Label as it was asked for. */
  readonly period: string
  readonly shape: TableShape
  readonly viewer: Actor
  /** What this viewer may choose. */
  readonly readings: readonly ReadingChoice[]
  readonly reading: ReadingChoice
  readonly at: string
  readonly figures: TableFigures
  readonly evaluated: EvaluatedTable
  readonly submissions: readonly RegimePeriodRow[]
  readonly editions: ReadonlyMap<string, EditionRow>
}

/** The regime as it holds today. */
export async function regimeNow(db: Db, code: string): Promise<RegimeVersion | undefined> {
  return regimeVersion(db, { code, on: localDay(await now(db)) })
}

/** Undefined for a regime without a table or a period nobody reports in. Sent figures are for the receiver alone. */
export async function openTable(db: Db, q: TableRequest): Promise<OpenTable | undefined> {
  const at = await now(db)
  const regime = await regimeVersion(db, { code: q.regimeCode, on: localDay(at) })
  const submissions = regime ? await regimePeriod(db, { regimeId: regime.regimeId, period: q.period }) : []
  const shape =
    regime && submissions.length > 0 ? await tableShape(db, regime, { label: q.period, area: q.area ?? '' }) : undefined
  if (!regime || !shape) return undefined
  const readings: readonly ReadingChoice[] =
    q.actor.agencyId === regime.receiverId ? ['accepted', 'provisional'] : ['accepted']
  const reading = readings.includes(q.reading) ? q.reading : 'accepted'
  const { catalogue } = shape
  const indicatorIds = shape.rows.flatMap((row) => catalogue.indicators.get(row.indicator ?? '')?.id ?? [])
  const places = {
    indicatorIds: [...new Set(indicatorIds)],
    spanIds: [...new Set(shape.spanIdOf.values())],
    areaIds: areasOf(shape),
  }
  const from = reading === 'accepted' ? 'accepted' : 'sent'
  const reported = await reportedValues(db, { ...places, from, ends: shape.ends })
  const figures: TableFigures = {
    reported,
    sourceOrder: await sourceOrders(db, regime, shape),
    choices: new Map((await sourceChoices(db, places)).map((c) => [placeOf(c), c])),
    decisions: new Map((await precedenceDecisions(db, shape.period.span.from)).map((d) => [d.indicatorId, d])),
    adjustments: await adjustmentsOf(db, { regimeId: regime.regimeId, period: q.period }),
    viewerAgencyId: q.actor.agencyId,
    now: at,
  }
  const editions = await editionsById(db, [...new Set(reported.map((r) => r.edition_id))])
  const evaluated = evaluateTable(shape, figures)
  const periodEnd = periodOf(q.period, regime.calendar).span.to
  return {
    period: q.period,
    periodEnd,
    shape,
    viewer: q.actor,
    readings,
    reading,
    at,
    figures,
    evaluated,
    submissions,
    editions,
  }
}

/** Of the table itself, of its parts, and of lines about a place of their own. */
function areasOf({ subject, rows, catalogue }: TableShape): number[] {
  const places = rows.flatMap((row) => catalogue.areaIds.get(row.area ?? '') ?? [])
  return [...new Set([subject.areaId ?? [], subject.partIds, places].flat())]
}

/** Dated precedence first, then the agency assigned the indicator there, then the indicator's owner. */
async function sourceOrders(db: Db, regime: RegimeVersion, shape: TableShape): Promise<TableFigures['sourceOrder']> {
  const on = shape.period.span.from
  const responsible = await responsibleAgencies(db, { regimeId: regime.regimeId, on })
  const preferred = await precedenceOrders(db, on)
  const owners = new Map([...shape.catalogue.indicators.values()].map((i) => [i.id, i.ownerAgencyId]))
  return (indicatorId, areaId) =>
    [
      ...(preferred.get(indicatorId) ?? []),
      responsible.get(`${indicatorId}:${areaId}`),
      owners.get(indicatorId),
    ].filter((id) => id !== undefined && id !== null)
}
