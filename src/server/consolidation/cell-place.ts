/**
 * Where a cell of the consolidated table is read. The reading engine reads it; what the table decides itself stands here:
 * - a line of the responsible agency is read at the table's area (or the line's own place), whatever that comes from;
 * - a line over the districts is, for the province and for a group, the areas taken together, even where an agency speaks
 *   for the whole: such a line is there to be laid beside that one. Its plan is theirs taken together too, or a ratio would
 *   divide what the areas say by the plan of the whole. For an area below the province it is read as any other, and so is
 *   everywhere what does not add up over areas, whatever the form says;
 * - a group of areas has what adds up over areas, and nothing else; a line about a place of its own is the province's.
 */
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import type { Reference } from '#core/formula/formula.ts'
import { type AreaCode, addsUpOverAreas } from '#core/indicator/indicator.ts'
import { shiftedPeriod } from '#core/period/span-offset.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import type { TableShape } from './table-shape.ts'

export interface CellPlace {
  readonly reference: Reference
  /** Its area is '' for a group. */
  readonly place: ReadingPlace
  /** Areas taken together: those below the place, or these; null where the place itself is read. */
  readonly together: 'below' | readonly AreaCode[] | null
}

/** Undefined for a title, a formula across columns, and what the table has no figure for. */
export function cellPlace(shape: TableShape, row: FormRow, column: FormColumn): CellPlace | undefined {
  const { subject, catalogue, period } = shape
  const indicator = catalogue.indicators.get(row.indicator ?? '')
  const isLeftOut = row.kind === 'title' || row.notApplicable?.includes(column.key)
  if (isLeftOut || !indicator || column.formula !== undefined || column.offset === null) return undefined
  if (subject.kind !== 'province' && row.area !== undefined) return undefined
  const addsUp = addsUpOverAreas(indicator)
  if (subject.kind === 'group' && !addsUp) return undefined
  const codeOf = (areaId: number | null) => (catalogue.areas.get(areaId ?? 0)?.code ?? '') as AreaCode
  const isPlan = column.scenario === 'plan'
  return {
    reference: { code: indicator.code, members: [] },
    place: {
      area: codeOf(areaOf(shape, row)),
      period: shiftedPeriod(period, column.offset),
      scenario: isPlan ? { kind: 'plan', version: '' } : { kind: 'actual' },
      vintage: column.vintage ?? 'best',
    },
    together:
      subject.kind === 'group'
        ? subject.partIds.map(codeOf)
        : subject.kind === 'province' && row.area === undefined && row.collect === 'districts' && addsUp
          ? 'below'
          : null,
  }
}

/** The area a line is about: its own, else the table's; a group of areas is none. */
export function areaOf({ catalogue, subject }: TableShape, row: FormRow): number | null {
  return row.area === undefined ? subject.areaId : (catalogue.areaIds.get(row.area) ?? null)
}

/**
 * Taken from what agencies report about one place, and so open to adjustments; what is computed or taken together follows
 * its parts, and plans are set.
 */
export function isCollected(shape: TableShape, row: FormRow, column: FormColumn): boolean {
  const isComputed = row.formula !== undefined || column.scenario === 'plan'
  return !isComputed && cellPlace(shape, row, column)?.together === null
}
