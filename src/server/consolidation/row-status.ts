/** For each line of the table whether its source has arrived, is late or missing, or has been revised since. */
import type { ProvinceTable } from '#contract/province.ts'
import type { FormRow } from '#core/form/layout.ts'
import { isUnsettled } from '#core/reading/derivation.ts'
import { sourceOrder } from '../figures/index.ts'
import { areaOf } from './cell-place.ts'
import type { TableCell } from './evaluate-table.ts'
import type { OpenTable } from './open-table.ts'

type View = NonNullable<ProvinceTable['rows'][number]['status']>

export interface SourceState {
  readonly kind: 'accepted' | 'sent' | 'late' | 'missing' | 'overdue' | 'revised'
  readonly at: string | null
  readonly submissionId: string
}

/** Agency id → where its submission of this period stands. A report sent again after acceptance counts as revised. */
export function sourceStates(table: OpenTable): ReadonlyMap<number, SourceState> {
  return new Map(
    table.submissions.map((s): [number, SourceState] => {
      const submissionId = s.id
      if (s.state === 'accepted') return [s.agency_id, { kind: 'accepted', at: s.accepted_at, submissionId }]
      if (s.state === 'sent' && s.accepted_at !== null)
        return [s.agency_id, { kind: 'revised', at: s.sent_at, submissionId }]
      if (s.state === 'sent') return [s.agency_id, { kind: s.is_late ? 'late' : 'sent', at: s.sent_at, submissionId }]
      return [s.agency_id, { kind: table.at > s.due_at ? 'overdue' : 'missing', at: null, submissionId }]
    }),
  )
}

interface RowInput {
  readonly row: FormRow
  readonly cells: readonly TableCell[]
  readonly states: ReadonlyMap<number, SourceState>
}

export interface RowState {
  readonly view: View
  readonly agencyId: number | null
  readonly submissionId: string | null
}

export function rowStatus(table: OpenTable, { row, cells, states }: RowInput): RowState {
  const first = cells[0]
  if (row.formula !== undefined || !first) return computedStatus(first)
  if (first.isSum) return districtsStatus(table, first, states)
  const indicator = table.shape.catalogue.indicators.get(row.indicator ?? '')
  const areaId = areaOf(table.shape, row)
  const agencyId = indicator && areaId !== null ? (sourceOrder(table.sources, indicator.id, areaId)[0] ?? null) : null
  const state = agencyId === null ? undefined : states.get(agencyId)
  if (!state) return { view: { kind: 'missing', at: null, counted: null, total: null }, agencyId, submissionId: null }
  const kind = isRevised(table, cells, state) ? 'revised' : state.kind
  return { view: { kind, at: state.at, counted: null, total: null }, agencyId, submissionId: state.submissionId }
}

/** Some figure of the line comes from a later report than this period's own. */
function isRevised(table: OpenTable, cells: readonly TableCell[], state: SourceState): boolean {
  if (state.kind !== 'accepted') return false
  return cells.some(({ reading }) => {
    const row = reading?.how.kind === 'reported' ? reading.how.figure.origin.row : undefined
    const edition = row?.plan_version_id === 0 ? table.editions.get(row.edition_id) : undefined
    return (
      edition?.submission_id != null && edition.submission_id !== state.submissionId && edition.accepted_at !== null
    )
  })
}

function computedStatus(cell: TableCell | undefined): RowState {
  const { counted, total } = cell?.coverage ?? { counted: 0, total: 0 }
  const view: View =
    counted < total
      ? { kind: 'partial', at: null, counted, total }
      : { kind: 'computed', at: null, counted: null, total: null }
  return { view, agencyId: null, submissionId: null }
}

function districtsStatus(table: OpenTable, cell: TableCell, states: ReadonlyMap<number, SourceState>): RowState {
  const { counted, total } = cell.coverage
  if (isUnsettled(cell.outcome))
    return { view: { kind: 'partial', at: null, counted, total }, agencyId: null, submissionId: null }
  const last = cell.taken
    .flatMap(({ figure }) => states.get(figure.origin.row.agency_id)?.at ?? [])
    .sort()
    .at(-1)
  const isAccepted = cell.taken.every(({ figure }) => figure.origin.row.level !== 'sent')
  const kind = table.reading === 'accepted' || isAccepted ? 'accepted' : 'sent'
  return { view: { kind, at: last ?? null, counted, total }, agencyId: null, submissionId: null }
}
