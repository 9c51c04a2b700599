/**
 * Who must report what (giao chỉ tiêu) as it follows from the forms of a regime. Where two subjects fill in the same
 * figure, the agency that governs the area is responsible, then the owner of the indicator; the other stays a second
 * source («lệch nguồn»). Two with equal claim are refused.
 */
import { cellRole } from '#core/form/layout.ts'
import { StartupRefusal } from '../platform/startup-refusal.ts'
import type { Reference, RegimeSource } from './reference-files.ts'

export interface AssignmentSource {
  readonly indicator: string
  readonly area: string
  readonly agency: string
}

export function assignmentsOf(regime: RegimeSource, reference: Reference): readonly AssignmentSource[] {
  const owners = new Map(reference.indicators.map((record) => [record.code, record.owner]))
  const governed = new Map(reference.agencies.map((record) => [record.code, record.area]))
  const province = reference.areas.find((record) => record.level === 'province')?.code ?? ''
  const layouts = new Map(reference.forms.map(({ layout }) => [layout.code, layout]))
  const claims = new Map<string, Set<string>>()
  for (const { agency, forms } of regime.subjects) {
    for (const layout of forms.flatMap((form) => layouts.get(form) ?? [])) {
      const columns = layout.columnSets.flatMap((set) => set.columns)
      for (const row of layout.rows) {
        if (row.indicator === undefined || columns.every((column) => cellRole(row, column) === 'none')) continue
        const place = `${row.indicator} ${row.area ?? (governed.get(agency) || province)}`
        claims.set(place, (claims.get(place) ?? new Set()).add(agency))
      }
    }
  }
  return [...claims].map(([place, agencies]) => {
    const [indicator = '', area = ''] = place.split(' ')
    const [first] = agencies
    const governor = [...agencies].find((agency) => governed.get(agency) === area)
    const owner = [...agencies].find((agency) => agency === owners.get(indicator))
    const agency = governor ?? owner ?? (agencies.size === 1 ? first : undefined)
    if (agency === undefined) {
      throw new StartupRefusal(`Chỉ tiêu ${indicator}, địa bàn ${area}: ${[...agencies].join(', ')} cùng báo cáo.`)
    }
    return { indicator, area, agency }
  })
}
