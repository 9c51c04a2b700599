/** Refuses reference data that do not fit together, before a row of them is loaded. */
import { checkBindings, checkLayout } from '#core/form/check-layout.ts'
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
    checkLayout(layout, around).map(({ code, details }) => `${layout.code}: ${code} ${JSON.stringify(details)}`),
  )
  const ofSubjects = reference.regimes.flatMap((regime) =>
    regime.subjects.flatMap(({ agency, forms }) => [
      ...(agencies.has(agency) ? [] : [`${regime.code}: unknown agency ${agency}`]),
      ...forms.filter((form) => !layouts.has(form)).map((form) => `${regime.code}: unknown form ${form}`),
      ...checkBindings(forms.flatMap((form) => layouts.get(form) ?? [])).map(
        ({ code, details }) => `${regime.code} ${agency}: ${code} ${JSON.stringify(details)}`,
      ),
    ]),
  )
  return [...ofForms, ...ofSubjects]
}

export function refuseUnfitReference(reference: Reference): void {
  const problems = referenceProblems(reference)
  if (problems.length > 0) throw new StartupRefusal(`Dữ liệu danh mục không khớp nhau:\n${problems.join('\n')}`)
}
