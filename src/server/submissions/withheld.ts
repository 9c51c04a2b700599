/**
 * Figures under a release time are their owner's alone until that instant. A receiver opens and accepts the report all
 * the same: its content hash covers every cell, and the withheld ones are shown as such, without their values.
 */
import { type CellAddress, cellName } from '#core/form/layout.ts'
import { spanKey } from '#core/period/span.ts'
import { hiddenColumnsOf } from '#core/validation/hidden-columns.ts'
import { type Catalogue, knownSpanIds, releasesAfter } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { spanOfColumn } from './coordinates.ts'
import type { OpenForm } from './sheet.ts'

export interface Reader {
  readonly isOwner: boolean
  /** Database clock. */
  readonly now: string
}

interface Asked {
  readonly form: Pick<OpenForm, 'rows' | 'period' | 'columns'>
  readonly catalogue: Catalogue
}

/**
 * Cell name → the instant from which this reader may see it; empty for the owner. Also of what is not typed here: what
 * earlier reports said, in columns that the form shows or that its checks alone read.
 */
export async function withheldCells(
  db: Db,
  { form, catalogue }: Asked,
  { isOwner, now }: Reader,
): Promise<ReadonlyMap<string, string>> {
  const releases = isOwner ? [] : await releasesAfter(db, now)
  if (releases.length === 0) return new Map()
  const until = new Map(releases.map((r) => [`${r.indicatorId} ${r.spanId}`, r.releasedAt]))
  const columns = [...form.columns, ...hiddenColumnsOf(form.columns)].flatMap((column) => {
    const span = spanOfColumn(column, form.period)
    return span && column.scenario === 'actual' ? [{ key: column.key, span }] : []
  })
  const spanIds = await knownSpanIds(
    db,
    columns.map((c) => c.span),
  )
  return new Map(
    form.rows.flatMap((row) => {
      const indicatorId = row.indicator === undefined ? undefined : catalogue.indicators.get(row.indicator)?.id
      return columns.flatMap((column) => {
        const at = until.get(`${indicatorId} ${spanIds.get(spanKey(column.span))}`)
        return at === undefined ? [] : [[cellName({ row: row.key, column: column.key }), at] as const]
      })
    }),
  )
}

/** Those that may be shown, of cells or of what is shown beside them. */
export function without<Cell extends CellAddress>(
  withheld: ReadonlyMap<string, string>,
  cells: readonly Cell[],
): readonly Cell[] {
  return withheld.size === 0 ? cells : cells.filter((cell) => !withheld.has(cellName(cell)))
}
