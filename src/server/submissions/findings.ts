/**
 * What the checks find in a submission on the server: before it is submitted, so that an error is refused by its name, and
 * on record from then on, so that whoever appraises reads what was found by which rule, whatever the rules are by then.
 */
import { findingSentence } from '#contract/finding-sentences.ts'
import { type BothLanguages, refuse } from '#contract/problems.ts'
import { headerLabel } from '#core/form/header.ts'
import { addressOf, type RowKey } from '#core/form/layout.ts'
import { restsOn } from '#core/form/rests-on.ts'
import type { Finding, FreshFinding } from '#core/validation/finding.ts'
import { otherRowKey } from '#core/validation/other-forms.ts'
import { validateForm } from '#core/validation/validate-form.ts'
import { type Catalogue, rulesInForce } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { rowKeyed } from './coordinates.ts'
import { formsRead, saidElsewhere } from './other-forms.ts'
import type * as queries from './queries.ts'
import type { Reference } from './references.ts'
import { contentToValidate, formReferences, type OpenForm, openForms } from './sheet.ts'
import * as stepQueries from './step-queries.ts'
import { type Reader, withheldCells } from './withheld.ts'

interface FormFindings {
  readonly form: OpenForm
  readonly findings: readonly FreshFinding[]
}

/** In the order of the report's forms. A rule that reaches over several of them finds in one. */
export async function findingsOf(
  db: Db,
  submission: queries.SubmissionRow,
  now: string,
): Promise<readonly FormFindings[]> {
  const { forms, catalogue } = await openForms(db, submission)
  const opened: { readonly form: OpenForm; readonly references: readonly Reference[] }[] = []
  for (const form of forms) {
    opened.push({ form, references: await formReferences(db, { catalogue, form, submission, now }) })
  }
  const found: FormFindings[] = []
  for (const { form, references } of opened) {
    const rules = await rulesInForce(db, form.period.span.to)
    const read = formsRead(form, forms, rules)
    const elsewhere = read.flatMap((it) => saidElsewhere(it, opened[it.other.position - 1]?.references ?? []))
    const others = read.map(({ other }) => other)
    const content = contentToValidate(form, [...references, ...elsewhere], { rules, others })
    found.push({ form, findings: validateForm(content) })
  }
  return found
}

const mostNamed = 3
const formWord: BothLanguages = { vi: 'Biểu', en: 'Form' }

/** Refuses what has hard findings, naming their cells and what is wrong there; in a report of several forms the form too. */
export function refusalOfErrors(found: readonly FormFindings[]) {
  const errors = found.flatMap(({ form, findings }, index) => {
    const place = index + 1
    return findings.filter(({ severity }) => severity === 'hard').map((finding) => ({ form, finding, place }))
  })
  if (errors.length === 0) return undefined
  const inForm = ({ form, finding, place }: (typeof errors)[number], language: keyof BothLanguages): string => {
    const where = found.length === 1 ? '' : `${formWord[language]} ${place} · `
    return `${where}${cellLabel(form, finding)}: ${said(finding, language)}`
  }
  const named = (language: keyof BothLanguages): string => {
    const all = errors.slice(0, mostNamed).map((error) => inForm(error, language))
    return all.join('; ') + (errors.length > mostNamed ? '; …' : '')
  }
  return refuse('submission.has-errors', {
    count: errors.length,
    cells: { vi: named('vi'), en: named('en') },
    errors: errors.map(({ form, finding: { row, column, rule } }) => ({ formId: form.id, row, column, rule })),
  })
}

/** A sentence inside another one: without its full stop. */
const said = (finding: Finding, language: keyof BothLanguages): string =>
  findingSentence(finding, language).replace(/\.$/, '')

/** «Sản lượng lúa · Ước tháng 9». */
export function cellLabel({ rows, columns, period }: OpenForm, at: Pick<Finding, 'row' | 'column'>): string {
  const row = rows.find(({ key }) => key === at.row)?.label ?? at.row
  const header = columns.find(({ key }) => key === at.column)?.header.at(-1)
  return header === undefined ? row : `${row} · ${headerLabel(header, period)}`
}

export function recorded(found: readonly FormFindings[]): readonly stepQueries.RecordedFinding[] {
  return found.flatMap(({ form, findings }) =>
    findings.map((finding) => ({ ...finding, form: form.id, text: findingSentence(finding) })),
  )
}

/** Of the edition under review; null while it is a draft, and for one that was submitted before findings were recorded. */
export async function findingsOnRecord(
  db: Db,
  submission: queries.SubmissionRow,
  steps: readonly stepQueries.StepRow[],
): Promise<readonly stepQueries.RecordedFinding[] | null> {
  const submitted = submission.state === 'draft' ? undefined : steps.findLast(({ verb }) => verb === 'submit')
  return submitted === undefined ? null : stepQueries.recordedFindings(db, submitted.id)
}

interface OnRecord {
  readonly found: readonly stepQueries.RecordedFinding[]
  readonly forms: readonly OpenForm[]
  readonly catalogue: Catalogue
}

/** Without those that quote a figure which this reader has to wait for, or one that rests on it. */
export async function findingsTold(
  db: Db,
  { found, forms, catalogue }: OnRecord,
  reader: Reader,
): Promise<readonly stepQueries.RecordedFinding[]> {
  const awaited = new Set<RowKey>()
  for (const [index, form] of forms.entries()) {
    const withheld = await withheldCells(db, { form, catalogue }, reader)
    const rows = new Set([...withheld.keys()].map((name) => addressOf(name).row))
    const byKey = rowKeyed(form.rows)
    const resting = rows.size === 0 ? [] : form.rows.filter((row) => restsOn(byKey, row, (key) => rows.has(key)))
    for (const { key } of resting) awaited.add(otherRowKey(index + 1, key))
  }
  if (awaited.size === 0) return found
  const position = new Map(forms.map(({ id }, index) => [id, index + 1]))
  return found.filter(({ form, quotes }) => {
    const here = position.get(form) ?? 0
    return quotes?.every((key) => !awaited.has(key) && !awaited.has(otherRowKey(here, key))) ?? false
  })
}
