/** Every figure of the table on which sources differ, open or settled, in the order of the table. */

import type { Person } from '#contract/common.ts'
import type { Difference, DifferenceList, SettlementView } from '#contract/differences.ts'
import { canConsolidate } from '#core/access/roles.ts'
import { headerLabel } from '#core/form/header.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { periodName } from '#core/period/period.ts'
import { differenceOf } from '../explanation/index.ts'
import { cellValueOf, vintageOf } from '../figures/index.ts'
import { peopleById } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import type { OpenTable } from './open-table.ts'
import type { SaidRow, Settled, TakenFigure } from './settled-sources.ts'
import { takenHere } from './taken-here.ts'

export interface DifferingFigure {
  readonly row: FormRow
  readonly column: FormColumn
  readonly taken: TakenFigure
}

/** Lines that take the same figure (a line and its «trong đó») name it once. */
export function differingFigures({ shape, evaluated }: OpenTable): readonly DifferingFigure[] {
  const found = new Map<string, DifferingFigure>()
  for (const row of shape.rows)
    for (const column of shape.columns.filter((c) => c.width > 0 && c.formula === undefined && c.scenario === 'actual'))
      for (const taken of row.kind === 'title' ? [] : takenHere(evaluated.cellOf(row, column))) {
        const key = `${row.indicator} ${column.key} ${taken.place.area}`
        const isDiffering = taken.figure.origin.differing.length > 0
        if (isDiffering && !found.has(key)) found.set(key, { row, column, taken })
      }
  return [...found.values()]
}

export async function differencesOf(db: Db, table: OpenTable): Promise<DifferenceList> {
  const { shape, viewer } = table
  const found = differingFigures(table)
  const people = await peopleById(db, decidersOf(found.flatMap(({ taken }) => taken.settled ?? [])))
  return {
    title: shape.title,
    period: { label: table.period, name: periodName(shape.period) },
    from: shape.period.span.from,
    at: table.at,
    open: found.filter(({ taken }) => taken.settled === null).length,
    can: canConsolidate(viewer, shape.regime.receiverId) ? ['settle'] : [],
    differences: found.map((it) => differenceView(table, it, people)),
  }
}

export function decidersOf(settled: readonly Settled[]): number[] {
  return [...new Set(settled.map((s) => (s.scope === 'figure' ? s.decision.account_id : s.decision.decidedBy)))]
}

type People = ReadonlyMap<number, Person>

function differenceView(table: OpenTable, { row, column, taken }: DifferingFigure, people: People): Difference {
  const { catalogue, period } = table.shape
  const { value, origin } = taken.figure
  const area = catalogue.areas.get(origin.row.area_id)
  return {
    row: row.key,
    column: column.key,
    rowLabel: row.label,
    columnLabel: column.header.map((label) => headerLabel(label, period)).join(' · '),
    measure: row.measure,
    decimals: row.decimals,
    area: { code: taken.place.area, name: area?.name ?? '' },
    begins: taken.place.period.span.from,
    chosen: sourceView(table, origin.row),
    others: origin.differing.map((r) => ({ ...sourceView(table, r), difference: differenceOf(r, value) })),
    settlement: taken.settled && settlementView(table, taken.settled, people),
  }
}

function sourceView(table: OpenTable, r: SaidRow): Difference['chosen'] {
  const agency = table.shape.catalogue.agencies.get(r.agency_id)
  const edition = table.editions.get(r.edition_id)
  return {
    agency: { code: agency?.code ?? '', shortName: agency?.shortName ?? '' },
    value: cellValueOf(r),
    level: r.level,
    vintage: vintageOf(r),
    at: (r.level === 'sent' ? edition?.sent_at : edition?.accepted_at) ?? null,
  }
}

export function settlementView({ shape }: OpenTable, settled: Settled, people: People): SettlementView {
  const [agencyId, by, at, from] =
    settled.scope === 'figure'
      ? [settled.decision.agency_id, settled.decision.account_id, settled.decision.at, null]
      : [settled.decision.agencyId, settled.decision.decidedBy, settled.decision.decidedAt, settled.decision.from]
  return {
    scope: settled.scope,
    agency: shape.catalogue.agencies.get(agencyId)?.shortName ?? '',
    by: people.get(by) ?? null,
    at,
    reason: settled.decision.reason,
    from,
  }
}
