/** An opened table as it goes over the wire. */
import type { ComputedValue } from '#contract/explanation.ts'
import type { ExplorerCell, ExplorerTable } from '#contract/explorer.ts'
import { referenceText } from '#core/formula/formula.ts'
import { referenceName } from '#core/formula/reference-name.ts'
import { periodName } from '#core/period/period.ts'
import { roundTo, toText } from '#core/quantity/exact.ts'
import type { Outcome } from '#core/quantity/outcome.ts'
import type { MissingPart, Reading } from '#core/reading/reading.ts'
import { printDefinition } from '#core/table/definition-text.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { outcomeView, ownFiguresOf, type ReportedLeaf, statedIn, statedView, valueView } from '../explanation/index.ts'
import { cellValueOf, type ReportedOrigin, type ReportedValue, vintageOf } from '../figures/index.ts'
import type { OpenTable } from './open-table.ts'
import type { TableFigure } from './table-figures.ts'

/** Quotients have no last digit; nobody shows this many. */
const quotientDecimals = 12

export function tableView(table: OpenTable): ExplorerTable {
  const { definition, chosen, catalogue } = table
  const cells = withoutEmptyAreas(table)
  return {
    q: printDefinition(definition),
    at: table.at,
    asOf: definition.asOf,
    level: definition.level,
    levels: [...table.levels],
    indicators: chosen.indicators.map(({ reference, name, measure, decimals }) => ({
      code: referenceText(reference),
      name,
      measure,
      decimals,
    })),
    areas: cells.areas.map(({ code, name, level }) => ({ code, name, level })),
    periods: chosen.periods.map((period) => ({ label: period.label, name: periodName(period) })),
    readings: [...definition.readings],
    comparisons: [...definition.comparisons],
    sources: [
      { code: null, name: '' },
      ...table.words.map(({ agencyId }) => {
        const agency = catalogue.agencies.get(agencyId)
        return { code: agency?.code ?? '', name: agency?.shortName ?? '' }
      }),
    ],
    cells: cells.cells,
    since: table.present === null ? null : movedSince(cells.cells),
  }
}

function movedSince(cells: readonly ExplorerCell[]): NonNullable<ExplorerTable['since']> {
  const moved = cells.filter(({ now }) => now !== undefined)
  const added = moved.filter(({ value }) => value.kind === 'none' && value.reason === 'absent').length
  return { added, revised: moved.length - added }
}

/** «Không phân bổ» is there only where somebody reports it; chosen by itself it stays. */
function withoutEmptyAreas(table: OpenTable): Pick<OpenTable['chosen'], 'areas'> & { cells: ExplorerCell[] } {
  const { chosen, definition } = table
  const perArea = chosen.periods.length * definition.readings.length
  const areaAt = (index: number) => chosen.areas[Math.floor(index / perArea) % chosen.areas.length]
  const spoken = new Set(
    table.figures.flatMap(({ reading }, index) => (reading.outcome.kind === 'number' ? (areaAt(index)?.id ?? []) : [])),
  )
  const isNamed = (code: string) => definition.areas.some((choice) => choice.kind === 'one' && choice.code === code)
  const areas = chosen.areas.filter(({ id, level, code }) => level !== 'unallocated' || spoken.has(id) || isNamed(code))
  const kept = new Set(areas.map(({ id }) => id))
  const cells = table.figures.flatMap((figure, index) =>
    kept.has(areaAt(index)?.id ?? 0)
      ? [
          figureView(table, figure, table.present?.[index]),
          ...table.words.map(({ said }) => wordView(table, said[index])),
        ]
      : [],
  )
  return { areas, cells }
}

function figureView({ catalogue }: OpenTable, figure: TableFigure, present: TableFigure | undefined): ExplorerCell {
  const { reading, compared } = figure
  const value = valueIn(reading)
  const now = present && valueIn(present.reading)
  const said = saidIn(reading)
  const differing = said.filter(({ figure }) => figure.origin.differing.length > 0)
  const own = reading.how.kind === 'reported' ? reading.how.figure.origin.row : undefined
  const agency = own && catalogue.agencies.get(own.agency_id)?.shortName
  return {
    value,
    ...(reading.partial && { missing: reading.missing.map((part) => missingName(catalogue, part)) }),
    ...(own && own.plan_version_id === 0 && { vintage: vintageOf(own) ?? undefined }),
    ...(said.length > 0 && { level: lowestLevel(said.map(({ figure }) => figure.origin.row)) }),
    ...(agency !== undefined && { agency }),
    ...(differing.some(ownFiguresOf(reading)) && { differs: true as const }),
    ...(compared.length > 0 && { compared: compared.map(shortView) }),
    ...(now && !isSame(now, value) && { now }),
  }
}

function wordView({ catalogue }: OpenTable, row: ReportedValue | undefined): ExplorerCell {
  if (!row) return { value: { kind: 'none', reason: 'absent', of: [] } }
  return {
    value: valueView(cellValueOf(row)),
    ...(row.plan_version_id === 0 && { vintage: vintageOf(row) ?? undefined }),
    level: row.level,
    agency: catalogue.agencies.get(row.agency_id)?.shortName ?? '',
  }
}

/** A declared «không phát sinh» is told apart from a zero. */
function valueIn(reading: Reading<ReportedOrigin>): ComputedValue {
  const stated = statedIn(reading)
  return stated.kind === 'nothing' ? statedView(stated) : shortView(stated)
}

function shortView(outcome: Outcome): ComputedValue {
  if (outcome.kind !== 'number') return outcomeView(outcome)
  return { kind: 'number', value: toText(roundTo(outcome.value, quotientDecimals)) }
}

/** What agencies said that the reading rests on; of a sum taken by the database, nothing. */
function saidIn({ reference, place, how }: Reading<ReportedOrigin>): readonly ReportedLeaf[] {
  if (how.kind === 'reported') return [{ reference, place, figure: how.figure }]
  return how.kind === 'none' ? [] : how.parts.flatMap(saidIn)
}

function lowestLevel(rows: readonly ReportedValue[]): ReportedValue['level'] {
  const order = ['sent', 'accepted', 'published'] as const
  return order.find((level) => rows.some((row) => row.level === level)) ?? 'accepted'
}

function missingName(catalogue: Catalogue, part: MissingPart): string {
  switch (part.kind) {
    case 'area':
      return catalogue.areas.get(catalogue.areaIds.get(part.area) ?? 0)?.name ?? part.area
    case 'period':
      return periodName(part.period)
    case 'indicator':
      return referenceName(part.reference, catalogue)
  }
}

function isSame(a: ComputedValue, b: ComputedValue): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.value === b.value
  return a.kind === 'none' && b.kind === 'none' && a.reason === b.reason
}
