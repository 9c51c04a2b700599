/** Forms of past reports that a rule has something to ask of, each with the rows and cells that it reads and no more. */
import { addressOf } from '#core/form/layout.ts'
import { withLinesRead } from '#core/form/rests-on.ts'
import { references } from '#core/formula/formula.ts'
import { planRule } from '#core/validation/plan-checks.ts'
import type { CheckRule } from '#core/validation/rule.ts'
import { formVersionsById, regimeVersionById } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { cellsOfReports, type PastReport } from './check-trial-queries.ts'
import { columnsOf, figuresPeriod } from './coordinates.ts'
import { formsRead, type ReadForm } from './other-forms.ts'
import type { OpenForm } from './sheet.ts'

/** A form of a past report that the rule has something to ask of, and what it reads in the report's other forms. */
export interface PastForm extends OpenForm {
  readonly report: PastReport
  readonly read: readonly ReadForm[]
}

/** With their cells; the catalogue's natures are not needed by a rule. */
export async function formsAsked(
  db: Db,
  reports: readonly PastReport[],
  rule: CheckRule,
): Promise<readonly PastForm[]> {
  const layouts = await formVersionsById(db, [...new Set(reports.flatMap(({ form_ids }) => form_ids))])
  const asked: PastForm[] = []
  for (const report of reports) {
    const regime = await regimeVersionById(db, report.regime_version_id)
    const period = figuresPeriod(report.period, regime.figuresCalendar)
    const forms = report.form_ids.flatMap((id): OpenForm[] => {
      const version = layouts.get(id)
      if (!version) return []
      const { code, layout } = version
      return [{ id, code, layout, period, rows: layout.rows, columns: columnsOf(layout, period), cells: [] }]
    })
    asked.push(...forms.flatMap((form) => formAsked({ form, forms, report }, rule) ?? []))
  }
  return withCells(db, asked)
}

/**
 * Of its rows those that the rule names and those behind their formulas; undefined when it has nothing to ask of the form.
 */
function formAsked(
  { form, forms, report }: { form: OpenForm; forms: readonly OpenForm[]; report: PastReport },
  rule: CheckRule,
): PastForm | undefined {
  const read = formsRead(form, forms, [rule])
  const named = planRule({ ...form, others: read.map(({ other }) => other) }, rule).flatMap(({ condition }) =>
    references(condition),
  )
  const rows = withLinesRead(form.rows, new Set(named.map(({ code }) => addressOf(code).row)))
  return rows.length === 0 ? undefined : { ...form, rows, report, read }
}

async function withCells(db: Db, asked: readonly PastForm[]): Promise<readonly PastForm[]> {
  const all = asked.flatMap((form) => [form, ...form.read.map((it) => it.form)])
  const rows = await cellsOfReports(db, {
    reports: [...new Set(asked.map(({ report }) => report))],
    formIds: [...new Set(all.map(({ id }) => id))],
    rowKeys: [...new Set(all.flatMap((form) => form.rows.map(({ key }) => key)))],
  })
  const cells = Map.groupBy(rows, (cell) => `${cell.submission_id} ${cell.form_version_id}`)
  const filled = (report: PastReport, form: OpenForm): OpenForm => ({
    ...form,
    cells: cells.get(`${report.id} ${form.id}`) ?? [],
  })
  return asked.map(({ read, report, ...form }) => ({
    ...filled(report, form),
    report,
    read: read.map((it) => ({ ...it, form: filled(report, it.form) })),
  }))
}
