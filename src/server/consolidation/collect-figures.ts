/**
 * What the cells of the consolidated table take from figures: each is a reading of the one engine at the cell's place,
 * with the adjustments laid over it, opened down to the figures that agencies said.
 */
import { cellName, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { referenceText } from '#core/formula/formula.ts'
import { sameSpan } from '#core/period/span.ts'
import { isAwaited } from '#core/quantity/add-up.ts'
import { missingLabel } from '#core/reading/missing.ts'
import type { MissingPart } from '#core/reading/reading.ts'
import { type Catalogue, loadCatalogue } from '../catalogue/index.ts'
import { type OpenedReading, opened, partName, reportedIn } from '../explanation/index.ts'
import { catalogueDays, type ReadAs, readAreas, readFigures } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { type CellPlace, cellPlace } from './cell-place.ts'
import { type Coverage, coverageOf, reportingParts } from './coverage.ts'
import { settledSources, type TakenFigure } from './settled-sources.ts'
import type { TableShape } from './table-shape.ts'

export interface Collected {
  readonly reading: OpenedReading
  /** The reported figures it rests on; none where they give no number yet. */
  readonly taken: readonly TakenFigure[]
  readonly missing: readonly MissingOfCell[]
  readonly coverage: Coverage
  /** Added up over areas, which are its sources then. */
  readonly isSum: boolean
}

/** An area, a figure, a line or a column that has nothing yet, or not all. */
export interface MissingOfCell {
  readonly key: string
  readonly name: string
}

interface CellToRead extends CellPlace {
  readonly row: FormRow
  readonly column: FormColumn
}

/** By `cellName`. A computed line is read for its plan alone. */
export async function collectFigures(
  db: Db,
  shape: TableShape,
  as: Omit<ReadAs, 'on'>,
): Promise<ReadonlyMap<string, Collected>> {
  const cells = cellsToRead(shape)
  const dayOf = await catalogueDays(
    db,
    cells.map(({ place }) => place.period.span.from),
  )
  const collected = new Map<string, Collected>()
  for (const [on, wanted] of Map.groupBy(cells, ({ place }) => dayOf(place.period.span.from))) {
    const catalogue = await loadCatalogue(db, on)
    const readings = await readCells(db, wanted, { as: { ...as, on }, catalogue })
    const decided = await settledSources(db, on, readings.flatMap(reportedIn))
    for (const [at, reading] of readings.entries()) {
      const cell = wanted[at] as CellToRead
      const taken = isAwaited(reading.outcome) ? [] : reportedIn(reading).map(decided)
      const name = cellName({ row: cell.row.key, column: cell.column.key })
      collected.set(name, { ...toldOf(catalogue, reading), taken, isSum: isSum(cell, reading) })
    }
  }
  return collected
}

function cellsToRead(shape: TableShape): readonly CellToRead[] {
  return shape.rows.flatMap((row) =>
    shape.columns.flatMap((column) => {
      const isRead = row.formula === undefined || column.scenario === 'plan'
      const place = isRead ? cellPlace(shape, row, column) : undefined
      return place ? [{ row, column, ...place }] : []
    }),
  )
}

interface Reading {
  readonly as: ReadAs
  readonly catalogue: Catalogue
}

/** In the order given. */
function readCells(
  db: Db,
  cells: readonly CellToRead[],
  { as, catalogue }: Reading,
): Promise<readonly OpenedReading[]> {
  const areas = readAreas(catalogue).catalogue
  return readFigures(db, as, (reader) =>
    cells.map(({ reference, place, together }) => {
      const parts = together === 'below' ? areas.childrenOf(place.area) : (together ?? [])
      const read = parts.length > 0 ? reader.together(reference, place, parts) : reader.read(reference, place)
      return { ...opened(read, { reader, areas }), reference }
    }),
  )
}

function isSum({ row, together }: CellToRead, { how }: OpenedReading): boolean {
  return how.kind === 'overAreas' && (together !== null || row.collect === 'districts')
}

function toldOf(catalogue: Catalogue, reading: OpenedReading): Pick<Collected, 'reading' | 'missing' | 'coverage'> {
  const { missing, parts, how } = reading
  return {
    reading,
    missing: missing.map((part) => ({
      key: keyOf(part, reading),
      name: partName(catalogue, { reference: part.reference, place: part }, reading),
    })),
    coverage: coverageOf(how.kind === 'overAreas' ? reportingParts(catalogue, parts) : [reading]),
  }
}

/** By its area alone where nothing else differs. */
function keyOf(part: MissingPart, { reference, place }: OpenedReading): string {
  const isSame = reference !== undefined && referenceText(reference) === referenceText(part.reference)
  return isSame && sameSpan(part.period.span, place.period.span) ? part.area : missingLabel(part, place)
}
