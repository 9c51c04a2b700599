/** The consolidated table of a period as the province reads it, from one snapshot of the database. */
import type { ComputedValue } from '#contract/explanation.ts'
import type { ProvinceTable } from '#contract/province.ts'
import { canConsolidate } from '#core/access/roles.ts'
import { type Vintage, vintages } from '#core/figure/vintage.ts'
import { headerLabel } from '#core/form/header.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { isUnsettled } from '#core/reading/derivation.ts'
import { agencyView, regimeVersion } from '../catalogue/index.ts'
import { vintageOf } from '../figures/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { periodsOfRegime, periodViewOf } from '../submissions/index.ts'
import { awaitedOf, countsOf, heardHere } from './agencies-heard.ts'
import { areaChoices } from './area-groups.ts'
import { cellOutcome } from './cell-outcome.ts'
import { isCollected } from './cell-place.ts'
import { consolidatedDue } from './consolidated-due.ts'
import { earlierReports } from './earlier-reports.ts'
import type { TableCell } from './evaluate-table.ts'
import { isSeenByAll, type OpenTable, openTable, type TableRequest } from './open-table.ts'
import { versionsKey } from './opened-versions.ts'
import { pinnable } from './pinned-content.ts'
import { rowStatus, type SourceState, sourceStates } from './row-status.ts'
import { sumOver } from './sum-over.ts'
import type { TableSubject } from './table-subject.ts'
import { takenHere } from './taken-here.ts'
import { versionSteps } from './version-step-queries.ts'
import { latestState } from './version-view.ts'

/** The latest period anybody reports in; undefined before the first. */
export async function latestPeriod(db: Db, regimeCode: string): Promise<string | undefined> {
  const regime = await regimeVersion(db, { code: regimeCode, on: localDay(await databaseNow(db)) })
  return regime ? (await periodsOfRegime(db, regime.regimeId))[0] : undefined
}

export async function readTable(db: Db, q: TableRequest): Promise<ProvinceTable | undefined> {
  const table = await openTable(db, q)
  if (!table) return undefined
  const { shape, submissions } = table
  const { regime } = shape
  const states = sourceStates(table)
  const heard = await heardHere(db, table, states)
  const mayAct = canConsolidate(table.viewer, regime.receiverId)
  const isWhole = shape.subject.kind === 'province'
  const key = versionsKey(table)
  return {
    regime: { code: regime.code, name: regime.name },
    title: shape.title,
    period: periodViewOf(q.period, regime.calendar),
    periods: (await periodsOfRegime(db, regime.regimeId)).map((label) => periodViewOf(label, regime.calendar)),
    area: { kind: shape.subject.kind, key: shape.subject.key, name: shape.subject.name },
    areas: await areaChoices(db, shape),
    reading: table.reading,
    readings: [...table.readings],
    can: mayAct ? actsOn(shape.subject) : [],
    contentHash: mayAct && isWhole ? pinnable(table).hash : null,
    pinned: isWhole ? await latestState(db, table) : null,
    at: table.at,
    dueAt: submissions
      .map((s) => s.due_at)
      .sort()
      .at(-1) as string,
    consolidatedDue: isWhole ? await consolidatedDue(db, key, await versionSteps(db, key)) : null,
    agencies: countsOf(heard),
    awaited: mayAct ? awaitedOf(table, heard) : [],
    columns: shown(shape.columns).map((column) => ({
      key: column.key,
      header: column.header.map((label) => headerLabel(label, shape.period)),
      number: column.number,
      role: column.role === 'ratio' ? ('ratio' as const) : ('amount' as const),
      decimals: column.decimals ?? null,
      width: column.width,
    })),
    rows: shownRows(table).map((row) => rowView(table, row, states)),
  }
}

/** Versions are of the whole province; a group has no figure of its own to adjust. */
function actsOn({ kind }: TableSubject): ProvinceTable['can'] {
  return kind === 'province'
    ? ['adjust', 'settle', 'pin', 'group', 'ask']
    : kind === 'area'
      ? ['adjust', 'settle', 'group', 'ask']
      : ['settle', 'group', 'ask']
}

/** Below the province only the lines that somebody speaks of there, under their titles. */
function shownRows({ shape, evaluated }: OpenTable): readonly FormRow[] {
  if (shape.subject.kind === 'province') return shape.rows
  const isSpokenOf = (row: FormRow) =>
    row.kind !== 'title' &&
    shown(shape.columns).some((column) => evaluated.cellOf(row, column).outcome.kind === 'number')
  return shape.rows.filter((row, at) => {
    if (row.kind !== 'title') return isSpokenOf(row)
    const next = shape.rows.slice(at + 1)
    const end = next.findIndex((r) => r.kind === 'title')
    return next.slice(0, end < 0 ? undefined : end).some(isSpokenOf)
  })
}

/** A column of no width is there for ratios alone. */
function shown(columns: readonly FormColumn[]): FormColumn[] {
  return columns.filter((column) => column.width > 0)
}

function rowView(
  table: OpenTable,
  row: FormRow,
  states: ReadonlyMap<number, SourceState>,
): ProvinceTable['rows'][number] {
  const { shape, evaluated } = table
  const cells =
    row.kind === 'title' ? [] : shown(shape.columns).map((column) => ({ column, cell: evaluated.cellOf(row, column) }))
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
    source: contact?.shortName ?? '',
    sumOf: sumOver(shape.catalogue, cells),
    contact: contact ? agencyView(contact) : null,
    submissionId: status?.submissionId ?? null,
    status: status?.view ?? null,
    cells: cells.map(({ column, cell }) => ({
      column: column.key,
      ...cellView(table, cell),
      isAdjustable: isCollected(shape, row, column) && isSeenByAll(table, row, column),
    })),
  }
}

function missingNames({ shape }: OpenTable, { missing }: TableCell): string[] {
  return missing.map(({ name }) => headerLabel(name, shape.period))
}

/** What stands in a cell; of a cell without a number, whatever keeps it from having one is told by name. */
function inWords(table: OpenTable, cell: TableCell): ComputedValue {
  const value = cellOutcome(cell)
  if (value.kind === 'number') return value
  const { columns, rows, period } = table.shape
  const nameOf = (key: string) => {
    const header = columns.find((column) => column.key === key)?.header.at(-1)
    return header === undefined ? (rows.find((row) => row.key === key)?.label ?? key) : headerLabel(header, period)
  }
  return { ...value, of: cell.missing.length > 0 ? missingNames(table, cell) : value.of.map(nameOf) }
}

/** A sum is as firm as the least firm of its figures. */
function weakestVintage({ lines, taken }: TableCell): Vintage | null {
  const each = lines.length > 0 ? lines.map(weakestVintage) : taken.map(({ figure }) => vintageOf(figure.origin.row))
  return vintages.find((vintage) => each.includes(vintage)) ?? null
}

type CellView = ProvinceTable['rows'][number]['cells'][number]

function cellView(table: OpenTable, cell: TableCell): Omit<CellView, 'column' | 'isAdjustable'> {
  const said = cell.taken.map(({ figure }) => figure.origin.row)
  const here = takenHere(cell)
  return {
    value: inWords(table, cell),
    isPartial: cell.outcome.kind === 'number' && isUnsettled(cell.outcome),
    missing: missingNames(table, cell),
    isDiffering: here.some(({ figure, settled }) => figure.origin.differing.length > 0 && settled === null),
    isSettled: here.some(({ settled }) => settled !== null),
    isAdjusted: cell.reading !== null && table.adjustments.within(cell.reading).length > 0,
    earlierReports: earlierReports(table, cell),
    vintage: weakestVintage(cell),
    level: said.length === 0 ? null : said.some((r) => r.level === 'sent') ? 'sent' : (said[0]?.level ?? null),
  }
}
