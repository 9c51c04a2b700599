/** The consolidated form of a regime opened at a period: which figures each of its cells is made of. */
import { columnsFor, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { monthOf, type Period } from '#core/period/period.ts'
import { spanKey } from '#core/period/span.ts'
import { shiftedPeriod } from '#core/period/span-offset.ts'
import { invariant } from '#core/quantity/invariant.ts'
import {
  type Catalogue,
  formVersionsById,
  knownSpanIds,
  loadCatalogue,
  type RegimeVersion,
} from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { figuresPeriod } from '../submissions/index.ts'
import { type TableSubject, tableSubject } from './table-subject.ts'

export interface TableShape {
  readonly regime: RegimeVersion
  readonly title: string
  readonly formVersionId: number
  readonly period: Period
  readonly rows: readonly FormRow[]
  /** The columns shown, and those that only their ratios need. */
  readonly columns: readonly FormColumn[]
  readonly spanIdOf: ReadonlyMap<string, number>
  readonly catalogue: Catalogue
  readonly indicatorCodes: ReadonlyMap<number, string>
  /** What the table is about, and the areas it is made of. */
  readonly subject: TableSubject
}

/** Undefined when the regime has no consolidated form, or the area or group is not there. */
export async function tableShape(
  db: Db,
  regime: RegimeVersion,
  { label, area }: { readonly label: string; readonly area: string },
): Promise<TableShape | undefined> {
  const formId = regime.consolidatedFormVersionId
  const form = formId === null ? undefined : (await formVersionsById(db, [formId])).get(formId)
  if (!form) return undefined
  const period = figuresPeriod(label, regime.figuresCalendar)
  const catalogue = await loadCatalogue(db, period.span.from)
  const subject = await tableSubject(db, catalogue, { key: area, receiverId: regime.receiverId })
  if (!subject) return undefined
  const columns = columnsFor(form.layout, monthOf(period))
  invariant(columns !== undefined, `form ${form.code} has columns for month ${monthOf(period)}`)
  const spans = columns.flatMap((c) =>
    c.offset === null ? [] : [{ key: c.key, span: shiftedPeriod(period, c.offset).span }],
  )
  const ids = await knownSpanIds(
    db,
    spans.map((s) => s.span),
  )
  return {
    regime,
    title: form.title,
    formVersionId: form.id,
    period,
    rows: form.layout.rows,
    columns,
    spanIdOf: new Map(
      spans.flatMap((s) => {
        const id = ids.get(spanKey(s.span))
        return id === undefined ? [] : [[s.key, id] as const]
      }),
    ),
    catalogue,
    indicatorCodes: new Map([...catalogue.indicators.values()].map((i) => [i.id, i.code])),
    subject,
  }
}
