/** The same figure in the agency's other reports: what a cell was before it was this cell. */
import type { Actor } from '#core/access/roles.ts'
import { cellName, cellRole } from '#core/form/layout.ts'
import { spanKey } from '#core/period/span.ts'
import { knownSpanIds } from '../catalogue/index.ts'
import { cellValueOf, type ProvenanceRow, provenanceOf, sourceOf, vintageOf } from '../figures/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { spanOfColumn } from './coordinates.ts'
import type { SubmissionRow } from './queries.ts'
import { openForms, sheetArea } from './sheet.ts'
import { withheldCells } from './withheld.ts'

interface Cell {
  readonly formId: number
  readonly row: string
  readonly column: string
}

/** Whether this reader has to wait for the cell's release time. */
export async function isWithheld(
  db: Db,
  { submission, actor, cell }: { submission: SubmissionRow; actor: Actor; cell: Cell },
): Promise<boolean> {
  if (actor.agencyId === submission.agency_id) return false
  const { forms, catalogue } = await openForms(db, submission)
  const form = forms.find((f) => f.id === cell.formId)
  const withheld =
    form && (await withheldCells(db, { form, catalogue }, { isOwner: false, now: await databaseNow(db) }))
  return withheld?.has(cellName(cell)) ?? false
}

/** Newest edition first; only what this agency itself reported. */
export async function earlierFigures(db: Db, submission: SubmissionRow, cell: Cell) {
  const { forms, catalogue } = await openForms(db, submission)
  const form = forms.find((f) => f.id === cell.formId)
  const row = form?.rows.find((r) => r.key === cell.row)
  const column = form?.columns.find((c) => c.key === cell.column)
  const indicator = row?.indicator === undefined ? undefined : catalogue.indicators.get(row.indicator)
  if (!form || !row || !column || !indicator || cellRole(row, column) === 'none') return []
  const span = spanOfColumn(column, form.period)
  const areaId = row.area === undefined ? sheetArea(catalogue, submission.agency_id) : catalogue.areaIds.get(row.area)
  if (!span || areaId === undefined) return []
  const spanId = (await knownSpanIds(db, [span])).get(spanKey(span))
  const rows = await provenanceOf(db, {
    indicatorIds: [indicator.id],
    spanIds: spanId === undefined ? [] : [spanId],
    areaIds: [areaId],
  })
  const isOwn = (r: ProvenanceRow) => r.agency_id === submission.agency_id && r.submission_id !== submission.id
  return rows
    .filter((r) => isOwn(r) && r.plan_version_id === 0 && r.members === '')
    .map((r) => ({
      row: cell.row,
      column: cell.column,
      value: cellValueOf(r),
      vintage: vintageOf(r),
      level: r.accepted_at === null ? ('sent' as const) : ('accepted' as const),
      source: sourceOf(r),
    }))
}
