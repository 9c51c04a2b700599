/** Refuses reference data that do not fit together, before a row of them is loaded. */
import { sentence } from '#contract/problems.ts'
import { checkBindings, checkLayout } from '#core/form/check-layout.ts'
import { checkIndicators } from '#core/formula/check-indicators.ts'
import { type AreaAggregation, codesApart, type Nature } from '#core/indicator/indicator.ts'
import { readCondition } from '#core/validation/read-condition.ts'
import { eachIndicator } from '#core/validation/rule.ts'
import { StartupRefusal } from '../platform/startup-refusal.ts'
import { deadlineProblems } from './check-deadlines.ts'
import { formReadings } from './form-readings.ts'
import type { CheckRuleSource, Reference } from './reference-files.ts'

/** One line per problem; none when the data may be loaded. */
export function referenceProblems(reference: Reference): readonly string[] {
  const around = {
    measures: new Map(reference.indicators.map((record) => [record.code ?? '', record.measure ?? ''])),
    areas: new Set(reference.areas.map((record) => record.code ?? '')),
  }
  const layouts = new Map(reference.forms.map(({ layout }) => [layout.code, layout]))
  const agencies = new Set(reference.agencies.map((record) => record.code))
  const ofForms = reference.forms.flatMap(({ layout }) =>
    checkLayout(layout, around).map((found) => `${layout.code}: ${sentence(found)}`),
  )
  const ofSubjects = reference.regimes.flatMap((regime) =>
    regime.subjects.flatMap(({ agency, forms }) => [
      ...(agencies.has(agency) ? [] : [`${regime.code}: chưa có cơ quan ${agency}.`]),
      ...forms.filter((form) => !layouts.has(form)).map((form) => `${regime.code}: chưa có biểu ${form}.`),
      ...checkBindings(forms.flatMap((form) => layouts.get(form) ?? [])).map(
        (found) => `${regime.code} ${agency}: ${sentence(found)}`,
      ),
    ]),
  )
  const ofRules = reference.checkRules.flatMap((rule) => ruleProblems(rule, reference))
  const ofDeadlines = reference.regimes.flatMap((regime) => deadlineProblems(regime, reference.holidays))
  return [...indicatorProblems(reference), ...ofForms, ...ofSubjects, ...ofDeadlines, ...ofRules]
}

function indicatorProblems({ indicators }: Reference): readonly string[] {
  const formulas = indicators.map(({ code = '', formula = '', measure = '' }) => ({ code, formula, measure }))
  const apart = codesApart(
    indicators.map((record) => ({
      code: record.code ?? '',
      nature: (record.nature || null) as Nature | null,
      areaAggregation: (record.area_aggregation || null) as AreaAggregation | null,
      isPublishedAsIs: record.published_as_is === 'yes',
    })),
  )
  return checkIndicators(formulas, apart).map(({ code, problem }) => `${code}: ${sentence(problem)}`)
}

function ruleProblems({ code, form, indicators, condition }: CheckRuleSource, reference: Reference): readonly string[] {
  const layout = reference.forms.find((it) => it.layout.code === form)?.layout
  const codes = new Set(reference.indicators.map((record) => record.code ?? ''))
  const strange = form === undefined ? indicators?.find((each) => !codes.has(each)) : layout ? undefined : form
  if (strange !== undefined)
    return [`${code}: ${sentence({ code: 'check-rule.scope-unknown', details: { found: strange } })}`]
  const known = layout ? formReadings(layout) : new Set([...codes, eachIndicator])
  const read = readCondition(condition, { isKnown: (name) => known.has(name) })
  return read.ok
    ? []
    : read.problems.map((found) => `${code}: ${sentence({ ...found, details: { ...found.details } })}`)
}

export function refuseUnfitReference(reference: Reference): void {
  const problems = referenceProblems(reference)
  if (problems.length > 0) throw new StartupRefusal(`Dữ liệu danh mục không khớp nhau:\n${problems.join('\n')}`)
}
