/**
 * Figures under a release time are their owner's alone until that instant. A receiver opens and accepts the report all
 * the same: its content hash covers every cell, and the withheld ones are shown as such, without their values.
 */
import { withheldUntil } from '#core/figure/visibility.ts'
import { type CellAddress, cellName } from '#core/form/layout.ts'
import { spanKey } from '#core/period/span.ts'
import { hiddenColumnsOf } from '#core/validation/hidden-columns.ts'
import { type Catalogue, knownSpanIds, pendingReleases } from '../catalogue/index.ts'
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
  const pending = isOwner ? undefined : await pendingReleases(db, now)
  if (!pending || pending.size === 0) return new Map()
  const columns = [...form.columns, ...hiddenColumnsOf(form.columns)].flatMap((column) => {
    const span = spanOfColumn(column, form.period)
    return span ? [{ key: column.key, span, isPlan: column.scenario === 'plan' }] : []
  })
  const spanIds = await knownSpanIds(
    db,
    columns.map((c) => c.span),
  )
  return new Map(
    form.rows.flatMap((row) => {
      const indicatorId = row.indicator === undefined ? undefined : catalogue.indicators.get(row.indicator)?.id
      if (indicatorId === undefined) return []
      return columns.flatMap(({ key, span, isPlan }) => {
        const at = withheldUntil(pending, { indicatorId, spanId: spanIds.get(spanKey(span)), isPlan, isOwn: isOwner })
        return at === undefined ? [] : [[cellName({ row: row.key, column: key }), at] as const]
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
