/**
 * The other forms of a report (biểu khác của báo cáo), as far as the rules of one form read them: a rule over indicators
 * may name some that stand in another form. Their rows come along unseen, under keys that no form has, with their values;
 * whoever opens the form adds them.
 */
import type { FormColumn, FormRow, RowKey } from '../form/layout.ts'
import { type Formula, references } from '../formula/formula.ts'
import { hiddenColumnsOf } from './hidden-columns.ts'
import { conditionOf } from './read-condition.ts'
import { type CheckRule, eachIndicator } from './rule.ts'

/** As much of a row as is read. */
export type ReadRow = Pick<FormRow, 'key' | 'kind' | 'indicator' | 'area' | 'measure' | 'decimals' | 'notApplicable'>
/** As much of a column as is read. */
export type ReadColumn = Pick<FormColumn, 'key' | 'offset' | 'scenario' | 'vintage' | 'decimals'>

export interface OtherForm {
  /** Place in the report, from 1: «biểu 2». */
  readonly position: number
  /** Whether it stands before the form that reads it. */
  readonly isBefore: boolean
  /** Only those that some rule names, under the keys of `otherRowKey`. */
  readonly rows: readonly ReadRow[]
  /** Its columns of amounts, and those that it does not show either. */
  readonly columns: readonly ReadColumn[]
}

/** A form among the forms of its report, in their order. */
export interface FormInReport {
  readonly rows: readonly FormRow[]
  readonly columns: readonly FormColumn[]
}

/** Under which a row of the form at that place of the report is read from another one. */
export function otherRowKey(position: number, key: RowKey): RowKey {
  return `_${position}_${key}`
}

/**
 * What the rules of one form read in the others. Shape: in the order of the report, forms with nothing to read left out;
 * empty when every rule finds its indicators at home, or some of them nowhere.
 */
export function otherFormsRead(
  form: FormInReport,
  report: readonly FormInReport[],
  rules: readonly CheckRule[],
): readonly OtherForm[] {
  if (report.length < 2) return []
  const here = report.indexOf(form)
  const others = report.flatMap((other, index) => (index === here ? [] : [{ other, index }]))
  const held = new Set(others.flatMap(({ other }) => other.rows.map(placeOf)))
  const wanted = new Set(rules.flatMap((rule) => placesWanted(form, rule, held)))
  return others.flatMap(({ other, index }) => {
    const position = index + 1
    const rows = other.rows
      .filter((row) => wanted.has(placeOf(row)))
      .map((row) => ({ ...row, key: otherRowKey(position, row.key) }))
    if (rows.length === 0) return []
    const columns = [...other.columns.filter(({ role }) => role !== 'ratio'), ...hiddenColumnsOf(other.columns)]
    return [{ position, isBefore: index < here, rows, columns }]
  })
}

type Place = Pick<FormRow, 'kind' | 'indicator' | 'area'>

/** '' for a row about no indicator. */
function placeOf({ kind, indicator, area }: Place): string {
  return kind === 'title' || indicator === undefined ? '' : placeNamed(area, indicator)
}

const placeNamed = (area: string | undefined, indicator: string): string => `${area ?? ''} ${indicator}`

/** Of a rule that names something the form itself has not, all that it names: it has to be told which form asks it. */
function placesWanted({ rows }: FormInReport, rule: CheckRule, held: ReadonlySet<string>): readonly string[] {
  if (rule.scope.kind === 'form') return []
  const { indicators: scope } = rule.scope
  const own = new Set(rows.map(placeOf))
  const named = indicatorsNamed(conditionOf(rule.condition))
  return [...new Set(rows.map(({ area }) => area))].flatMap((area) => {
    const at = (code: string): string => placeNamed(area, code)
    const missing = named.map(at).filter((place) => !own.has(place))
    const isAsked = scope.some((code) => own.has(at(code)))
    if (!isAsked || missing.length === 0 || !missing.every((place) => held.has(place))) return []
    return [...scope, ...named].map(at)
  })
}

/** `[x]` apart. */
export function indicatorsNamed(condition: Formula | null): readonly string[] {
  const codes = condition === null ? [] : references(condition).map(({ code }) => code)
  return [...new Set(codes)].filter((code) => code !== eachIndicator)
}
