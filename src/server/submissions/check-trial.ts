/**
 * A check rule tried on past reports before it is switched on (chạy thử): what it would have found, on the figures as
 * they are known now. Set-based: the cells of all reports come in one question, what they are compared with in two for
 * each agency.
 */
import type { CheckRuleTrial } from '#contract/check-rules.ts'
import { findingSentence } from '#contract/finding-sentences.ts'
import { type Actor, canOpenSubmission } from '#core/access/roles.ts'
import { addressOf, cellName, type FormRow } from '#core/form/layout.ts'
import { withLinesRead } from '#core/form/rests-on-typed.ts'
import { references } from '#core/formula/formula.ts'
import { periodName } from '#core/period/period.ts'
import { planRule } from '#core/validation/plan-checks.ts'
import type { CheckRule } from '#core/validation/rule.ts'
import { type RuleTrial, tryRule } from '#core/validation/validate-form.ts'
import {
  type Catalogue,
  formVersionsById,
  loadCatalogue,
  regimeVersionById,
  releasesAfter,
} from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { cellsOfReports, type PastReport, pastReports } from './check-trial-queries.ts'
import { columnsOf, figuresPeriod } from './coordinates.ts'
import { cellLabel } from './findings.ts'
import { now as databaseNow } from './queries.ts'
import { referencesOfSheets } from './references.ts'
import { contentToValidate, type OpenForm, sheetArea } from './sheet.ts'
import { withheldCells } from './withheld.ts'

export interface Trying {
  readonly rule: CheckRule
  readonly months: number
  readonly actor: Actor
  /** Whether nobody waits for the answer any more. */
  readonly isAbandoned: () => boolean
}

/** A form of a past report that the rule has something to ask of. */
interface PastForm extends OpenForm {
  readonly report: PastReport
}

interface Tried {
  readonly form: PastForm
  readonly trial: RuleTrial
}

const mostListed = 200

export async function tryOnPast(db: Db, it: Trying): Promise<CheckRuleTrial> {
  const reports = await pastReports(db, { agencyId: it.actor.agencyId, periods: it.months })
  const now = await databaseNow(db)
  const catalogue = await loadCatalogue(db, localDay(now))
  const forms = await formsAsked(db, reports, it.rule)
  const tried: Tried[] = []
  for (const ofAgency of Map.groupBy(forms, ({ report }) => report.agency_id).values()) {
    if (it.isAbandoned()) break
    tried.push(...(await tryForms(db, { ...it, catalogue, now }, ofAgency)))
  }
  return summed(tried, { actor: it.actor, catalogue })
}

/** With their cells; the catalogue's natures are not needed by a rule. */
async function formsAsked(db: Db, reports: readonly PastReport[], rule: CheckRule): Promise<readonly PastForm[]> {
  const layouts = await formVersionsById(db, [...new Set(reports.flatMap(({ form_ids }) => form_ids))])
  const asked: Omit<PastForm, 'cells'>[] = []
  for (const report of reports) {
    const regime = await regimeVersionById(db, report.regime_version_id)
    const period = figuresPeriod(report.period, regime.figuresCalendar)
    for (const id of report.form_ids) {
      const version = layouts.get(id)
      if (!version) continue
      const { code, layout } = version
      const columns = columnsOf(layout, period)
      const rows = rowsAsked({ code, rows: layout.rows, columns }, rule)
      if (rows.length > 0) asked.push({ id, code, layout, period, rows, columns, report })
    }
  }
  const rows = await cellsOfReports(db, {
    reports: [...new Set(asked.map(({ report }) => report))],
    formIds: [...new Set(asked.map(({ id }) => id))],
    rowKeys: [...new Set(asked.flatMap((form) => form.rows.map(({ key }) => key)))],
  })
  const cells = Map.groupBy(rows, (cell) => `${cell.submission_id} ${cell.form_version_id}`)
  return asked.map((form) => ({ ...form, cells: cells.get(`${form.report.id} ${form.id}`) ?? [] }))
}

/** The rows that the rule names and those behind their formulas; none when it has nothing to ask of the form. */
function rowsAsked(form: Parameters<typeof planRule>[0], rule: CheckRule): readonly FormRow[] {
  const named = planRule(form, rule).flatMap(({ condition }) => references(condition))
  return withLinesRead(form.rows, new Set(named.map(({ code }) => addressOf(code).row)))
}

interface Known extends Trying {
  readonly catalogue: Catalogue
  readonly now: string
}

/** Forms of one agency. Figures before their release time are nobody's but their owner's, here too. */
async function tryForms(db: Db, it: Known, forms: readonly PastForm[]): Promise<readonly Tried[]> {
  const { rule, catalogue, now, actor } = it
  const references = await referencesOfSheets(
    db,
    catalogue,
    forms.map(({ report, period, rows, columns }) => ({
      agencyId: report.agency_id,
      areaId: sheetArea(catalogue, report.agency_id),
      ...{ period, rows, columns, now },
    })),
  )
  const hasReleases = (await releasesAfter(db, now)).length > 0
  const tried: Tried[] = []
  for (const [index, form] of forms.entries()) {
    const isOwner = form.report.agency_id === actor.agencyId
    const withheld = hasReleases ? await withheldCells(db, { form, catalogue }, { isOwner, now }) : new Map()
    const cells = form.cells.filter((cell) => !withheld.has(cellName({ row: cell.row_key, column: cell.column_key })))
    const content = contentToValidate({ ...form, cells }, references[index] ?? [], [])
    tried.push({ form, trial: tryRule(content, rule) })
  }
  return tried
}

function summed(
  tried: readonly Tried[],
  { actor, catalogue }: { readonly actor: Actor; readonly catalogue: Catalogue },
): CheckRuleTrial {
  const sum = (count: (trial: RuleTrial) => number): number => tried.reduce((n, { trial }) => n + count(trial), 0)
  const reports = (of: readonly Tried[]): number => new Set(of.map(({ form }) => form.report.id)).size
  const labels = tried.map(({ form }) => form.report.period).sort()
  const found = tried.filter(({ trial }) => trial.findings.length > 0)
  return {
    reports: reports(tried),
    reportsFound: reports(found),
    told: sum(({ told }) => told),
    found: sum(({ findings }) => findings.length),
    untold: sum(({ untold }) => untold),
    firstPeriod: labels[0] ?? '',
    lastPeriod: labels.at(-1) ?? '',
    findings: found
      .flatMap(({ form, trial }) =>
        trial.findings.map((finding) => ({
          submissionId: form.report.id,
          formId: form.id,
          agency: catalogue.agencies.get(form.report.agency_id)?.shortName ?? '',
          period: periodName(form.period),
          label: form.report.period,
          row: finding.row,
          column: finding.column,
          cell: cellLabel(form, finding),
          text: findingSentence(finding),
          canOpen: canOpenSubmission(actor, {
            agencyId: form.report.agency_id,
            receiverId: form.report.receiver_id,
            state: form.report.state,
          }),
        })),
      )
      .sort((a, b) => (a.label < b.label ? 1 : a.label > b.label ? -1 : 0))
      .slice(0, mostListed)
      .map(({ label: _, ...it }) => it),
  }
}
