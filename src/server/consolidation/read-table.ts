/** The consolidated table of a period as the province reads it, from one snapshot of the database. */
import type { ProvinceTable, ReadingChoice } from '#contract/province.ts'
import type { Actor } from '#core/access/roles.ts'
import { headerLabel } from '#core/form/header.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { precedenceOrders, type RegimeVersion, regimeVersion, responsibleAgencies } from '../catalogue/index.ts'
import { type EditionRow, editionsById, reportedValues, vintageOf } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { localDay, now, periodsOfRegime, periodViewOf, type RegimePeriodRow, regimePeriod } from '../submissions/index.ts'
import { type EvaluatedTable, evaluateTable, type TableCell, type TableFigures } from './evaluate-table.ts'
import { rowStatus, type SourceState, sourceStates } from './row-status.ts'
import { type TableShape, tableShape } from './table-shape.ts'
import { outcomeView } from './value-view.ts'

export interface TableRequest {
  readonly regimeCode: string
  readonly period: string
  readonly reading: ReadingChoice
  readonly actor: Actor
}

export interface OpenTable {
  readonly shape: TableShape
  readonly reading: ReadingChoice
  readonly at: string
  readonly figures: TableFigures
  readonly evaluated: EvaluatedTable
  readonly submissions: readonly RegimePeriodRow[]
  readonly editions: ReadonlyMap<string, EditionRow>
}

/** Undefined for a regime without a table or a period nobody reports in. Sent figures are for the receiver alone. */
export async function openTable(db: Db, q: TableRequest): Promise<OpenTable | undefined> {
  const at = await now(db)
  const regime = await regimeVersion(db, { code: q.regimeCode, on: localDay(at) })
  const submissions = regime ? await regimePeriod(db, { regimeId: regime.regimeId, period: q.period }) : []
  const shape = regime && submissions.length > 0 ? await tableShape(db, regime, q.period) : undefined
  if (!regime || !shape) return undefined
  const reading = q.actor.agencyId === regime.receiverId ? q.reading : 'accepted'
  const { catalogue } = shape
  const indicatorIds = shape.rows.flatMap((row) => catalogue.indicators.get(row.indicator ?? '')?.id ?? [])
  const reported = await reportedValues(db, {
    indicatorIds: [...new Set(indicatorIds)],
    spanIds: [...new Set(shape.spanIdOf.values())],
    areaIds: [catalogue.provinceId, ...shape.partAreaIds],
    from: reading === 'accepted' ? 'accepted' : 'sent',
  })
  const figures: TableFigures = {
    reported,
    sourceOrder: await sourceOrders(db, regime, shape),
    viewerAgencyId: q.actor.agencyId,
    now: at,
  }
  const editions = await editionsById(db, [...new Set(reported.map((r) => r.edition_id))])
  return { shape, reading, at, figures, evaluated: evaluateTable(shape, figures), submissions, editions }
}

/** Dated precedence first, then the agency assigned the indicator there, then the indicator's owner. */
async function sourceOrders(db: Db, regime: RegimeVersion, shape: TableShape): Promise<TableFigures['sourceOrder']> {
  const on = shape.period.span.from
  const responsible = await responsibleAgencies(db, { regimeId: regime.regimeId, on })
  const preferred = await precedenceOrders(db, on)
  const owners = new Map([...shape.catalogue.indicators.values()].map((i) => [i.id, i.ownerAgencyId]))
  return (indicatorId, areaId) =>
    [...(preferred.get(indicatorId) ?? []), responsible.get(`${indicatorId}:${areaId}`), owners.get(indicatorId)].filter(
      (id) => id !== undefined && id !== null,
    )
}

export async function readTable(db: Db, q: TableRequest): Promise<ProvinceTable | undefined> {
  const table = await openTable(db, q)
  if (!table) return undefined
  const { shape, submissions } = table
  const { regime } = shape
  const states = sourceStates(table)
  return {
    regime: { code: regime.code, name: regime.name },
    title: shape.title,
    period: periodViewOf(q.period, regime.calendar),
    periods: (await periodsOfRegime(db, regime.regimeId)).map((label) => periodViewOf(label, regime.calendar)),
    reading: table.reading,
    at: table.at,
    dueAt: submissions.map((s) => s.due_at).sort().at(-1) as string,
    agencies: counts([...states.values()]),
    columns: shown(shape.columns).map((column) => ({
      key: column.key,
      header: column.header.map((label) => headerLabel(label, shape.period)),
      number: column.number,
      role: column.role === 'ratio' ? ('ratio' as const) : ('amount' as const),
      decimals: column.decimals ?? null,
      width: column.width,
    })),
    rows: shape.rows.map((row) => rowView(table, row, states)),
  }
}

/** A column of no width is there for ratios alone. */
function shown(columns: readonly FormColumn[]): FormColumn[] {
  return columns.filter((column) => column.width > 0)
}

function counts(states: readonly SourceState[]): ProvinceTable['agencies'] {
  const of = (...kinds: readonly SourceState['kind'][]) => states.filter((s) => kinds.includes(s.kind)).length
  return {
    total: states.length,
    accepted: of('accepted', 'revised'),
    sent: of('sent'),
    late: of('late'),
    missing: of('missing', 'overdue'),
    revised: of('revised'),
  }
}

function rowView(table: OpenTable, row: FormRow, states: ReadonlyMap<number, SourceState>): ProvinceTable['rows'][number] {
  const { shape, evaluated } = table
  const cells = row.kind === 'title' ? [] : shown(shape.columns).map((column) => ({ column, cell: evaluated.cellOf(row, column) }))
  const status = row.kind === 'title' ? null : rowStatus(table, { row, cells: cells.map((c) => c.cell), states })
  const contact = status?.agencyId == null ? undefined : shape.catalogue.agencies.get(status.agencyId)
  return {
    key: row.key,
    ordinal: row.ordinal,
    label: row.label,
    kind: row.kind,
    level: row.level,
    measure: row.measure,
    decimals: row.decimals,
    source: sourceName(table, row, contact?.shortName),
    contact: contact
      ? {
          code: contact.code,
          name: contact.name,
          shortName: contact.shortName,
          contactName: contact.contactName,
          contactPhone: contact.contactPhone,
        }
      : null,
    submissionId: status?.submissionId ?? null,
    status: status?.view ?? null,
    cells: cells.map(({ column, cell }) => ({ column: column.key, ...cellView(table, cell) })),
  }
}

function sourceName(table: OpenTable, row: FormRow, agency: string | undefined): string {
  if (row.kind === 'title' || row.formula !== undefined) return ''
  const districts = table.shape.partAreaIds.filter((id) => table.shape.catalogue.areas.get(id)?.level === 'district')
  return row.collect === 'districts' ? `${districts.length} huyện, thành phố` : (agency ?? '')
}

function cellView(table: OpenTable, cell: TableCell): Omit<ProvinceTable['rows'][number]['cells'][number], 'column'> {
  const { catalogue } = table.shape
  const only = cell.taken.length === 1 ? cell.taken[0] : undefined
  const said = cell.taken.flatMap((t) => (t.chosen ? [t.chosen] : []))
  return {
    value: only?.value.kind === 'nothing' ? { kind: 'none', reason: 'nothing', of: [] } : outcomeView(cell.total.outcome),
    isPartial: cell.total.partial,
    missing: cell.total.missing.map((key) => nameOfPart(table.shape, key)),
    isDiffering: cell.taken.some((t) => t.differing.length > 0),
    vintage: said[0] ? vintageOf(said[0]) : null,
    level: said.length === 0 ? null : said.some((r) => r.level === 'sent') ? 'sent' : (said[0]?.level ?? null),
  }
  function nameOfPart(shape: TableShape, key: string): string {
    const areaId = catalogue.areaIds.get(key)
    if (areaId !== undefined) return catalogue.areas.get(areaId)?.name ?? key
    return shape.rows.find((r) => r.key === key)?.label ?? shape.columns.find((c) => c.key === key)?.header.at(-1) ?? key
  }
}
