/** Who reports in the regime, on which forms, and about which area. */
import { invariant } from '#core/quantity/invariant.ts'
import { type AgencyRow, type Catalogue, formVersionsById, type RegimeVersion } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import type { Form } from './sheets.ts'

export interface Subject {
  readonly agency: AgencyRow
  /** Code of the sheet's area: the one the agency governs, else the province. */
  readonly area: string
  readonly areaId: number
  readonly forms: readonly Form[]
}

export async function subjectsOf(db: Db, regime: RegimeVersion, catalogue: Catalogue): Promise<readonly Subject[]> {
  const versions = await formVersionsById(db, [...new Set(regime.subjects.flatMap((one) => one.formVersionIds))])
  return regime.subjects.map(({ agencyId, formVersionIds }) => {
    const agency = catalogue.agencies.get(agencyId)
    invariant(agency !== undefined, `subject ${agencyId} is an agency of the day`)
    const areaId = agency.areaId ?? catalogue.provinceId
    const area = catalogue.areas.get(areaId)?.code ?? ''
    const forms = formVersionIds.flatMap((id) => versions.get(id) ?? []).map(({ id, layout }) => ({ id, layout }))
    return { agency, area, areaId, forms }
  })
}
