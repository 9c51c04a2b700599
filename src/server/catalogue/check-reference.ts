/** Refuses reference data that do not fit together, before a row of them is loaded. */
import { sentence } from '#contract/problems.ts'
import { checkBindings, checkLayout } from '#core/form/check-layout.ts'
import { checkIndicators } from '#core/formula/check-indicators.ts'
import { StartupRefusal } from '../platform/startup-refusal.ts'
import type { Reference } from './reference-files.ts'

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
  return [...indicatorProblems(reference), ...ofForms, ...ofSubjects]
}

function indicatorProblems({ indicators }: Reference): readonly string[] {
  const formulas = indicators.map(({ code = '', formula = '', measure = '' }) => ({ code, formula, measure }))
  return checkIndicators(formulas).map(({ code, problem }) => `${code}: ${sentence(problem)}`)
}

export function refuseUnfitReference(reference: Reference): void {
  const problems = referenceProblems(reference)
  if (problems.length > 0) throw new StartupRefusal(`Dữ liệu danh mục không khớp nhau:\n${problems.join('\n')}`)
}
