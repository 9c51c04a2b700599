import type { Agency } from '#contract/common.ts'
import type { AgencyRow } from './queries.ts'

/** An agency with whom to ask there; empty texts for one that is not in the catalogue of the day. */
export function agencyView(row: AgencyRow | undefined): Agency {
  const { code = '', name = '', shortName = '', contactName = '', contactPhone = '' } = row ?? {}
  return { code, name, shortName, contactName, contactPhone }
}
