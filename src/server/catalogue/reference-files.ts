/** The reference data of a profile as files (`db/reference/<profile>`), each row with its source and confidence. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FormLayout } from '#core/form/layout.ts'
import type { HolidayKind } from '#core/period/working-days.ts'
import { type ColumnSetsSource, type FormSource, layoutOf, type RowIndicator } from './form-source.ts'
import { type CsvRecord, readCsv } from './read-csv.ts'

export const referenceFolder = path.resolve(import.meta.dirname, '../../../db/reference/ben-tre')

export interface RegimeSource {
  readonly code: string
  readonly kind: string
  readonly periodKind: string
  readonly calendar: string
  readonly figuresCalendar: string
  readonly name: string
  readonly content: string
  readonly ways: string
  readonly outline: string
  readonly procedure: string
  readonly act: string
  readonly receiver: string
  readonly opensDay: number
  readonly deadlineRule: unknown
  readonly internalRules: unknown
  readonly workflowPath: string
  readonly consolidatedForm: string
  /** Path of the consolidated report, and the agency the whole is for; left out where it ends at the receiver. */
  readonly consolidatedPath: string
  readonly consolidatedReceiver?: string
  /** When the whole is due there; without a rule where no act says so, which its source tells. */
  readonly consolidatedDeadline?: {
    readonly rule: unknown
    readonly act: string
    readonly source: string
    readonly confidence: string
  }
  readonly subjects: readonly { readonly agency: string; readonly forms: readonly string[] }[]
  readonly source: string
  readonly confidence: string
}

export interface FormReference {
  readonly layout: FormLayout
  readonly source: string
}

export interface CheckRuleSource {
  readonly code: string
  readonly name: string
  readonly form?: string
  readonly indicators?: readonly string[]
  readonly severity: 'hard' | 'soft'
  readonly condition: string
  readonly message?: string
  /** On from this day of the reports' periods; a draft when left out. */
  readonly from?: string
  readonly source: string
  readonly confidence: string
}

export interface Reference {
  readonly areas: readonly CsvRecord[]
  readonly agencies: readonly CsvRecord[]
  readonly indicatorGroups: readonly CsvRecord[]
  readonly indicators: readonly CsvRecord[]
  readonly holidays: readonly (CsvRecord & { readonly kind: HolidayKind })[]
  readonly planVersions: readonly CsvRecord[]
  readonly forms: readonly FormReference[]
  readonly regimes: readonly RegimeSource[]
  readonly checkRules: readonly CheckRuleSource[]
}

export function readReference(folder = referenceFolder): Reference {
  const csv = (name: string) => readCsv(path.join(folder, name))
  const json = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
  const indicators = csv('indicators.csv')
  const sets = json('column-sets.json') as ColumnSetsSource
  const known = new Map(indicators.map((record) => [record.code ?? '', rowIndicator(record)]))
  const forms = readdirSync(path.join(folder, 'forms'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => json(`forms/${name}`) as FormSource)
  return {
    areas: csv('areas.csv'),
    agencies: csv('agencies.csv'),
    indicatorGroups: csv('indicator-groups.csv'),
    indicators,
    holidays: csv('holidays.csv') as Reference['holidays'],
    planVersions: csv('plan-versions.csv'),
    forms: forms.map((form) => ({
      layout: layoutOf(form, sets, known),
      source: `${form.source} (${form.confidence})`,
    })),
    regimes: json('regimes.json') as RegimeSource[],
    checkRules: json('check-rules.json') as CheckRuleSource[],
  }
}

function rowIndicator(record: CsvRecord): RowIndicator {
  return {
    name: record.name ?? '',
    measure: record.measure ?? '',
    decimals: Number(record.decimals),
    nature: record.nature ?? '',
    isPublishedAsIs: record.published_as_is === 'yes',
  }
}
