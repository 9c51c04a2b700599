/**
 * A check rule tried on past reports before it is switched on (chạy thử): what it would have found, on the figures as
 * they are known now. Set-based: the cells of all reports come in one question, what they are compared with in two for
 * each agency.
 */
import type { CheckRuleTrial } from '#contract/check-rules.ts'
import { findingSentence } from '#contract/finding-sentences.ts'
import { type Actor, canOpenSubmission, canReadFigures } from '#core/access/roles.ts'
import { cellName } from '#core/form/layout.ts'
import { periodName } from '#core/period/period.ts'
import type { CheckRule } from '#core/validation/rule.ts'
import { type RuleTrial, tryRule } from '#core/validation/validate-form.ts'
import { type Catalogue, loadCatalogue, pendingReleases } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { pastReports } from './check-trial-queries.ts'
import { cellLabel } from './findings.ts'
import { saidElsewhere } from './other-forms.ts'
import { formsAsked, type PastForm } from './past-forms.ts'
import { type Reference, referencesOfSheets } from './references.ts'
import { contentToValidate, type OpenForm, sheetArea } from './sheet.ts'
import { withheldCells, without } from './withheld.ts'

export interface Trying {
  readonly rule: CheckRule
  readonly months: number
  readonly actor: Actor
  /** Whether nobody waits for the answer any more. */
  readonly isAbandoned: () => boolean
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

interface Known extends Trying {
  readonly catalogue: Catalogue
  readonly now: string
}

/** Forms of one agency. */
async function tryForms(db: Db, it: Known, forms: readonly PastForm[]): Promise<readonly Tried[]> {
  const { rule, catalogue, now } = it
  const looked = forms.flatMap((form) => [form, ...form.read.map((there) => there.form)])
  const agencyId = forms[0]?.report.agency_id ?? 0
  const sheet = { agencyId, areaId: sheetArea(catalogue, agencyId), now }
  const references = await referencesOfSheets(
    db,
    catalogue,
    looked.map(({ period, rows, columns }) => ({ ...sheet, period, rows, columns })),
  )
  const isOwner = agencyId === it.actor.agencyId
  const hasReleases = !isOwner && (await pendingReleases(db, now)).size > 0
  const shown = new Map<OpenForm, Shown>()
  for (const [index, form] of looked.entries()) {
    const said = { form, references: references[index] ?? [] }
    shown.set(form, hasReleases ? await withoutWithheld(db, it, said) : said)
  }
  const shownOf = (form: OpenForm): Shown => shown.get(form) ?? { form, references: [] }
  return forms.map((form) => {
    const here = shownOf(form)
    const elsewhere = form.read.flatMap((there) => {
      const { form: other, references: besides } = shownOf(there.form)
      return saidElsewhere({ ...there, form: other }, besides)
    })
    const others = form.read.map(({ other }) => other)
    const content = contentToValidate(here.form, [...here.references, ...elsewhere], { rules: [], others })
    return { form, trial: tryRule(content, rule) }
  })
}

/** A form as the person may see it, with what earlier reports said. */
interface Shown {
  readonly form: OpenForm
  readonly references: readonly Reference[]
}

/** Figures before their release time are nobody's but their owner's, here too, also where an earlier report said them. */
async function withoutWithheld(db: Db, { catalogue, now }: Known, { form, references }: Shown): Promise<Shown> {
  const withheld = await withheldCells(db, { form, catalogue }, { isOwner: false, now })
  const cells = form.cells.filter((cell) => !withheld.has(cellName({ row: cell.row_key, column: cell.column_key })))
  return { form: { ...form, cells }, references: without(withheld, references) }
}

function summed(
  tried: readonly Tried[],
  { actor, catalogue }: { readonly actor: Actor; readonly catalogue: Catalogue },
): CheckRuleTrial {
  // Its sentence quotes the figures: whoever keeps rules without reading figures learns where one would tell.
  const readsFigures = canReadFigures(actor)
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
          text: readsFigures ? findingSentence(finding) : '',
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
