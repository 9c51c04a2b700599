/**
 * An illustrative plan for every year of the demonstration, where no real target is known: round numbers a little above
 * what the year brings. Clearly named so, and outranked by any real plan.
 */
import path from 'node:path'
import { evaluateForm } from '#core/form/evaluate.ts'
import { cellName, cellRole, type FormColumn } from '#core/form/layout.ts'
import { period } from '#core/period/period.ts'
import { spanKey } from '#core/period/span.ts'
import { absent } from '#core/quantity/cell-value.ts'
import { roundTo, toText } from '#core/quantity/exact.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { type PlanVersion, readCsv, referenceFolder } from '../catalogue/index.ts'
import { type NewValue, type PastEdition, storedValueOf } from '../figures/index.ts'
import { figure, rounded } from './fill-form.ts'
import type { Levels } from './levels.ts'
import type { Form, Places } from './sheets.ts'
import type { Subject } from './subjects.ts'
import { type Place, truthOf } from './truth.ts'

const planColumn: FormColumn = {
  key: 'plan',
  number: '',
  header: ['Kế hoạch năm'],
  role: 'reference',
  offset: 'year',
  scenario: 'plan',
  vintage: null,
  width: 0,
}

export function planCodeOf(year: number): string {
  return `ke-hoach-minh-hoa-${year}`
}

export function planRecordsOf(years: readonly number[]) {
  return years.map((year) => ({
    code: planCodeOf(year),
    issuer: 'committee',
    name: `Kế hoạch minh họa năm ${year}`,
    act: '',
    issued_on: `${year - 1}-12-20`,
    source: 'số liệu minh họa',
    confidence: 'minh họa',
  }))
}

export function planEdition(
  {
    levels,
    places,
    subjects,
  }: { readonly levels: Levels; readonly places: Places; readonly subjects: readonly Subject[] },
  year: number,
  { issuerId, at }: { readonly issuerId: number; readonly at: string },
): PastEdition {
  const plan = places.catalogue.plans.find((one) => one.code === planCodeOf(year))
  invariant(plan !== undefined, `there is a plan of ${year}`)
  const real = realTargets(places, year)
  const values = new Map<string, NewValue>()
  for (const subject of subjects) {
    for (const form of subject.forms) {
      for (const value of planValues(form, { levels, places, subject, year, plan })) {
        const isReal = value.areaId === places.catalogue.provinceId && real.has(value.indicatorId)
        const key = `${value.indicatorId} ${value.areaId}`
        if (!isReal && !values.has(key)) values.set(key, value)
      }
    }
  }
  return {
    edition: {
      agencyId: issuerId,
      submissionId: null,
      version: 1,
      sending: 1,
      periodEnd: `${year}-12-31`,
      origin: 'reference',
      source: plan.name,
      confidence: 'minh họa',
    },
    values: [...values.values()],
    promotions: (['sent', 'accepted', 'published'] as const).map((level) => ({ level, at })),
  }
}

/** Indicators whose plan for the year is known. */
function realTargets({ catalogue }: Places, year: number): ReadonlySet<number> {
  const records = readCsv(path.join(referenceFolder, 'plan-targets.csv'))
  const known = records.filter((r) => r.year_or_period === String(year) && r.target !== '' && !r.target?.includes('-'))
  return new Set(known.flatMap((r) => catalogue.indicators.get(r.indicator_code ?? '')?.id ?? []))
}

interface Planning {
  readonly levels: Levels
  readonly places: Places
  readonly subject: Subject
  readonly year: number
  readonly plan: PlanVersion
}

function planValues(form: Form, { levels, places, subject, year, plan }: Planning): readonly NewValue[] {
  const { area, areaId } = subject
  const rows = form.layout.rows.filter((row) => cellRole(row, planColumn) !== 'none' && row.indicator !== undefined)
  const targets = new Map(
    rows
      .filter((row) => row.formula === undefined)
      .map((row) => {
        const place = {
          agency: subject.agency.code,
          area: row.area ?? area,
          indicator: row.indicator ?? '',
          decimals: row.decimals,
        }
        return [row.key, figure(targetOf(levels, place, year), place)]
      }),
  )
  const outcomes = evaluateForm({
    rows: form.layout.rows,
    columns: [planColumn],
    valueOf: ({ row }) => targets.get(row) ?? absent,
  })
  const span = period(String(year), 'statistical').span
  const spanId = places.spanIds.get(spanKey(span))
  invariant(spanId !== undefined, `the year ${year} has a span`)
  return rows.flatMap((row): NewValue[] => {
    const outcome = outcomes.get(cellName({ row: row.key, column: 'plan' }))
    const computed = outcome?.kind === 'number' ? toText(roundTo(outcome.value, row.decimals)) : undefined
    const said = computed === undefined ? targets.get(row.key) : ({ kind: 'number', value: computed } as const)
    const indicatorId = places.catalogue.indicators.get(row.indicator ?? '')?.id
    if (said?.kind !== 'number' || indicatorId === undefined) return []
    return [
      {
        indicatorId,
        spanId,
        spanTo: span.to,
        areaId: row.area === undefined ? areaId : (places.catalogue.areaIds.get(row.area) ?? areaId),
        breakdownId: 0,
        planVersionId: plan.id,
        vintage: 'plan',
        ...storedValueOf(said),
      },
    ]
  })
}

function targetOf(levels: Levels, place: Place, year: number): number {
  const isFlow = levels.of(place.indicator).months !== null
  if (!isFlow) return rounded(truthOf(levels, place, { year, month: 12 }))
  let total = 0
  for (let month = 1; month <= 12; month += 1) total += truthOf(levels, place, { year, month })
  return rounded(total * 1.01)
}
