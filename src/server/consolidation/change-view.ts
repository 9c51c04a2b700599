/** Changes of cells with names, and of each cause the person and the moment. */
import type { AdjustmentView } from '#contract/adjustments.ts'
import type { ComputedValue } from '#contract/explanation.ts'
import type { CellChange, ChangeCause, ChangeView } from '#contract/versions.ts'
import { headerLabel } from '#core/form/header.ts'
import { referenceText } from '#core/formula/formula.ts'
import { referenceName } from '#core/formula/reference-name.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import { periodName, periodsOfSpan } from '#core/period/period.ts'
import { sameSpan, spanOf } from '#core/period/span.ts'
import { indicatorOfWord } from '#core/table/definition.ts'
import { valueView } from '../explanation/index.ts'
import { type EditionRow, editionsById } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { adjustmentViews } from './adjustment-view.ts'
import { type CellPlace, cellPlace } from './cell-place.ts'
import type { OpenTable } from './open-table.ts'
import { editionOf, type FigureCause, type PeopleBehind, peopleBehind } from './people-behind.ts'
import type { TableShape } from './table-shape.ts'

interface Known {
  readonly table: OpenTable
  readonly editions: ReadonlyMap<string, EditionRow>
  readonly peopleOf: (cause: FigureCause) => PeopleBehind
  readonly adjustments: readonly AdjustmentView[]
}

/** Lines or columns that the form no longer has are named by their keys. */
export async function changeViews(db: Db, table: OpenTable, changes: readonly CellChange[]): Promise<ChangeView[]> {
  const causes = changes.flatMap((c) => c.causes)
  const figures = causes.filter((c) => c.kind === 'figure')
  const editions = await editionsById(db, [...new Set(figures.map(editionOf))])
  const ids = new Set(causes.flatMap((c) => (c.kind === 'adjustment' ? c.id : [])))
  const known: Known = {
    table,
    editions,
    peopleOf: await peopleBehind(db, { table, causes: figures, editions }),
    adjustments: await adjustmentViews(
      db,
      table,
      table.adjustments.rows.filter((a) => ids.has(a.id)),
    ),
  }
  return changes.map((change) => viewOf(known, change))
}

function viewOf(known: Known, { row, column, before, after, causes }: CellChange): ChangeView {
  const { shape } = known.table
  const formRow = shape.rows.find((r) => r.key === row)
  const formColumn = shape.columns.find((c) => c.key === column)
  return {
    row,
    column,
    rowLabel: formRow?.label ?? row,
    columnLabel: formColumn?.header.map((label) => headerLabel(label, shape.period)).join(' · ') ?? column,
    measure: formColumn?.role === 'ratio' ? '%' : (formRow?.measure ?? ''),
    decimals: formColumn?.decimals ?? (formColumn?.role === 'ratio' ? 1 : (formRow?.decimals ?? 0)),
    before,
    after,
    causes: causes.map((cause) =>
      causeOf(known, cause, formRow && formColumn && cellPlace(shape, formRow, formColumn)),
    ),
  }
}

function causeOf(known: Known, cause: ChangeCause, cell: CellPlace | undefined): ChangeView['causes'][number] {
  if (cause.kind === 'adjustment') return adjustmentCause(known, cause)
  const { agencies } = known.table.shape.catalogue
  const agency = [...agencies.values()].find((a) => a.code === cause.agency)
  const edition = known.editions.get(editionOf(cause))
  return {
    kind: 'figure',
    agency: agency?.shortName ?? cause.agency,
    what: whatOf(known.table.shape, cause, cell),
    before: cause.before && valueView(cause.before as Parameters<typeof valueView>[0]),
    after: cause.after && valueView(cause.after as Parameters<typeof valueView>[0]),
    ...known.peopleOf(cause),
    at: edition?.accepted_at ?? edition?.sent_at ?? null,
    reason: '',
  }
}

/** A line or column that the form no longer has leaves everything to be named. */
function whatOf(
  { catalogue, period }: TableShape,
  { indicator, area, span }: FigureCause,
  cell: CellPlace | undefined,
) {
  const { areas, areaIds } = catalogue
  const isSameIndicator = cell !== undefined && referenceText(cell.reference) === indicator
  const isSameArea = cell?.place.area === area
  const whole = span && spanOf(period.calendar, span.from as LocalDate, span.to as LocalDate)
  const isSameSpan = whole === null || (cell !== undefined && sameSpan(cell.place.period.span, whole))
  const [named] = isSameSpan ? [] : periodsOfSpan(whole)
  const names = [
    isSameIndicator ? undefined : referenceName(indicatorOfWord(indicator), catalogue),
    isSameArea ? undefined : (areas.get(areaIds.get(area) ?? 0)?.name ?? area),
    named && periodName(named),
  ]
  return names.filter((name) => name !== undefined).join(', ')
}

function adjustmentCause(
  { adjustments }: Known,
  cause: Extract<ChangeCause, { kind: 'adjustment' }>,
): ChangeView['causes'][number] {
  const own = adjustments.find((a) => a.id === cause.id)
  const amount: ComputedValue = { kind: 'number', value: cause.amount }
  const withdrawn = cause.isWithdrawn ? own?.withdrawn : undefined
  return {
    kind: 'adjustment',
    agency: own?.agency.shortName ?? '',
    what: '',
    before: cause.isWithdrawn ? amount : null,
    after: cause.isWithdrawn ? null : amount,
    by: withdrawn?.by ?? own?.by ?? null,
    approvedBy: null,
    sentBy: null,
    at: withdrawn?.at ?? own?.at ?? null,
    reason: withdrawn?.reason ?? own?.reason ?? '',
  }
}
