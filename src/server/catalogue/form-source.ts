/**
 * Forms as they are written in the reference data, spread out into layouts. A row that says nothing else takes label,
 * measure and decimals from its indicator; columns come from the shared sets; what makes no sense for a stock, a rate or
 * a published index is marked once, here.
 */
import type { ColumnRole, ColumnSet, FormColumn, FormLayout, FormRow } from '#core/form/layout.ts'
import { invariant } from '#core/quantity/invariant.ts'

export interface RowSource {
  readonly key: string
  readonly no?: string
  readonly label?: string
  readonly kind?: FormRow['kind']
  readonly level?: number
  readonly indicator?: string
  readonly area?: string
  readonly measure?: string
  readonly decimals?: number
  readonly formula?: string
  readonly collect?: FormRow['collect']
  /** How the row behaves in time, where it differs from its indicator. */
  readonly as?: 'stock'
  readonly notApplicable?: readonly string[]
}

export interface FormSource {
  readonly code: string
  readonly title: string
  readonly source: string
  readonly confidence: string
  readonly columns: string
  readonly changeThreshold: number
  readonly rows: readonly RowSource[]
}

type ColumnSource = Partial<FormColumn> & Pick<FormColumn, 'header' | 'role'>

export interface ColumnSetsSource {
  readonly columns: Readonly<Record<string, ColumnSource>>
  readonly sets: Readonly<
    Record<
      string,
      readonly {
        readonly months: readonly number[]
        readonly columns: readonly string[]
        readonly changes?: Readonly<Record<string, Partial<FormColumn>>>
      }[]
    >
  >
}

/** What a layout takes over from an indicator. */
export interface RowIndicator {
  readonly name: string
  readonly measure: string
  readonly decimals: number
  readonly nature: string
  readonly isPublishedAsIs: boolean
}

export function layoutOf(
  form: FormSource,
  sets: ColumnSetsSource,
  indicators: ReadonlyMap<string, RowIndicator>,
): FormLayout {
  const columnSets = columnSetsOf(form.columns, sets)
  const columnKeys = new Set(columnSets.flatMap((set) => set.columns.map((column) => column.key)))
  return {
    code: form.code,
    title: form.title,
    rows: form.rows.map((row) => rowOf(row, row.indicator ? indicators.get(row.indicator) : undefined, columnKeys)),
    columnSets,
    changeThreshold: form.changeThreshold,
  }
}

function rowOf(row: RowSource, indicator: RowIndicator | undefined, columnKeys: ReadonlySet<string>): FormRow {
  const excluded = [...(row.notApplicable ?? []), ...excludedColumns(row, indicator)]
  const notApplicable = [...new Set(excluded)].filter((key) => columnKeys.has(key))
  return {
    key: row.key,
    ordinal: row.no ?? '',
    label: row.label ?? indicator?.name ?? '',
    kind: row.kind ?? 'item',
    level: row.level ?? 0,
    ...(row.indicator !== undefined && { indicator: row.indicator }),
    ...(row.area !== undefined && { area: row.area }),
    measure: row.measure ?? indicator?.measure ?? '',
    decimals: row.decimals ?? indicator?.decimals ?? 0,
    ...(row.formula !== undefined && { formula: row.formula }),
    ...(notApplicable.length > 0 && { notApplicable }),
    ...(row.collect !== undefined && { collect: row.collect }),
  }
}

const overTime = ['ytd', 'lyYtd', 'half', 'lyHalf', 'lastYear']
const ratiosOverTime = ['rYtd', 'rPlan', 'rHalfLy', 'rHalfPlan', 'rYear']
const otherRatios = ['rPrev', 'rLy', 'rNextPlan']
const plans = ['plan', 'nextPlan']

/** A stock does not add up over time; a typed rate has no ratios either; an index is itself the comparison. */
function excludedColumns(row: RowSource, indicator: RowIndicator | undefined): readonly string[] {
  if (indicator?.isPublishedAsIs) return [...ratiosOverTime, ...otherRatios, ...plans]
  if (row.as === 'stock' || indicator?.nature === 'stock') return [...overTime, ...ratiosOverTime]
  if (indicator?.nature === 'rate' && row.formula === undefined) return [...overTime, ...ratiosOverTime, ...otherRatios]
  return []
}

function columnSetsOf(name: string, source: ColumnSetsSource): readonly ColumnSet[] {
  const sets = source.sets[name]
  invariant(sets !== undefined, `column set «${name}» is in the reference data`)
  return sets.map(({ months, columns, changes = {} }) => ({
    months,
    columns: numbered(columns.map((key) => columnOf(key, source.columns[key], changes[key]))),
  }))
}

/** In pixels: with the row heads and the panel beside it a form of ten columns fits a screen of 1366. */
const widths: Readonly<Record<ColumnRole, number>> = {
  entry: 91,
  prefilled: 85,
  reference: 85,
  base: 85,
  computed: 85,
  ratio: 54,
}

function columnOf(key: string, source: ColumnSource | undefined, changes: Partial<FormColumn> = {}): FormColumn {
  invariant(source !== undefined, `column «${key}» is in the reference data`)
  const isRatio = source.role === 'ratio'
  return {
    key,
    number: '',
    offset: null,
    scenario: 'actual',
    vintage: null,
    width: widths[source.role],
    ...(isRatio && { decimals: 1 }),
    ...source,
    ...changes,
  }
}

/** Shown amounts are numbered from 1, ratios by what they divide: `3/2`. */
function numbered(columns: readonly FormColumn[]): readonly FormColumn[] {
  const amounts = columns.filter((column) => column.role !== 'ratio' && column.width > 0).map((column) => column.key)
  const numberOf = (key: string) => (amounts.includes(key) ? String(amounts.indexOf(key) + 1) : '')
  return columns.map((column) => {
    if (column.role !== 'ratio') return { ...column, number: numberOf(column.key) }
    const [, above = '', below = ''] = /^\[(\w+)\] \/ \[(\w+)\]/.exec(column.formula ?? '') ?? []
    const isShown = amounts.includes(above) && amounts.includes(below)
    return { ...column, number: isShown ? `${numberOf(above)}/${numberOf(below)}` : '' }
  })
}
