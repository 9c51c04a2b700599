/**
 * The figures a submission reports: each typed cell at its coordinate, and each computed amount that has an indicator,
 * with the cell it came from. Ratios are not figures. What was pre-filled and not changed is not said again.
 */

import { evaluateForm } from '#core/form/evaluate.ts'
import { cellName, cellRole, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { restsOn } from '#core/form/rests-on.ts'
import { type Span, spanKey } from '#core/period/span.ts'
import { type Catalogue, spanIds } from '../catalogue/index.ts'
import type { NewValue } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import type { CellRow } from './cell-queries.ts'
import { computedValue } from './computed-value.ts'
import { planYearOf, rowKeyed, spanOfColumn } from './coordinates.ts'
import type { SubmissionRow } from './queries.ts'
import { contentOf, formReferences, type OpenForm, sheetArea } from './sheet.ts'

interface Reporting {
  readonly submission: SubmissionRow
  readonly forms: readonly OpenForm[]
  readonly catalogue: Catalogue
  readonly actingAgencyId: number
  readonly at: string
}

export async function figuresOf(db: Db, r: Reporting): Promise<NewValue[]> {
  const values: NewValue[] = []
  for (const form of r.forms) {
    const spans = await spanIds(
      db,
      form.columns.flatMap((column) => spanOfColumn(column, form.period) ?? []),
    )
    const references = await formReferences(db, { ...r, form, now: r.at })
    const outcomes = evaluateForm(contentOf(form, references))
    const said = form.cells.filter(({ kind }) => kind !== 'empty')
    const cells = new Map(said.map((c) => [cellName({ row: c.row_key, column: c.column_key }), c]))
    const rows = rowKeyed(form.rows)
    for (const row of form.rows) {
      for (const column of form.columns) {
        const key = keyOf(row, column, { ...r, form, spans })
        if (!key) continue
        const name = cellName({ row: row.key, column: column.key })
        const cell = cells.get(name)
        if (cellRole(row, column) === 'typed') {
          if (cell) values.push({ ...key, ...valueOfCell(cell) })
          continue
        }
        const isTyped = (key: string) => cells.has(cellName({ row: key, column: column.key }))
        // A total of what earlier reports said is shown, and not reported again.
        if (column.role === 'prefilled' && !restsOn(rows, row, isTyped)) continue
        values.push({ ...key, ...computedValue(outcomes.get(name)) })
      }
    }
  }
  return values
}

function valueOfCell(cell: CellRow) {
  return {
    kind: cell.kind,
    value: cell.value,
    text: cell.text,
    note: cell.note,
    enteredBy: cell.entered_by,
    enteredAt: cell.entered_at,
    cellRevision: cell.revision,
  }
}

interface Place extends Reporting {
  readonly form: OpenForm
  readonly spans: ReadonlyMap<string, number>
}

type Key = Omit<NewValue, 'kind' | 'value'>

/** Null where the cell is no figure: titles, references, ratios, rows without an indicator, a plan nobody knows. */
function keyOf(row: FormRow, column: FormColumn, p: Place): Key | null {
  const span: Span | null = spanOfColumn(column, p.form.period)
  const indicator = row.indicator === undefined ? undefined : p.catalogue.indicators.get(row.indicator)
  const areaId =
    row.area === undefined ? sheetArea(p.catalogue, p.submission.agency_id) : p.catalogue.areaIds.get(row.area)
  const role = cellRole(row, column)
  if (!span || !indicator || areaId === undefined || (role !== 'typed' && role !== 'computed')) return null
  const spanId = p.spans.get(spanKey(span))
  if (spanId === undefined) return null
  const scenario = scenarioOf(column, p)
  if (!scenario) return null
  return {
    indicatorId: indicator.id,
    spanId,
    spanTo: span.to,
    areaId,
    breakdownId: 0,
    ...scenario,
    actingAgencyId: p.actingAgencyId,
    formVersionId: p.form.id,
    rowKey: row.key,
    columnKey: column.key,
  }
}

/** A plan column proposes: it goes to the plan version «đề xuất» of its year, never to the one that was assigned. */
function scenarioOf(column: FormColumn, p: Place): Pick<NewValue, 'planVersionId' | 'vintage'> | null {
  if (column.scenario === 'plan') {
    const plan = p.catalogue.plans.find((v) => v.code === `de-xuat-${planYearOf(column, p.form.period)}`)
    return plan ? { planVersionId: plan.id, vintage: 'plan' } : null
  }
  if (column.vintage === null || column.vintage === 'best') return null
  return { planVersionId: 0, vintage: column.vintage }
}
