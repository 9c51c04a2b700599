/** Which areas a report has lines about: those its rows name, and the agency's own for the rest. */
import { type Catalogue, formVersionsById } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import type { RegimePeriodRow } from './queries.ts'
import { sheetArea } from './sheet.ts'

/** Ids of areas by id of the agency. An area that is not there in the period of the catalogue is left out. */
export async function areasOfReports(
  db: Db,
  catalogue: Catalogue,
  reports: readonly Pick<RegimePeriodRow, 'agency_id' | 'form_ids'>[],
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const forms = await formVersionsById(db, [...new Set(reports.flatMap((report) => report.form_ids))])
  return new Map(
    reports.map(({ agency_id: agencyId, form_ids }) => {
      const rows = form_ids.flatMap((id) => forms.get(id)?.layout.rows ?? [])
      const areas = rows
        .filter(({ indicator }) => indicator !== undefined)
        .flatMap(({ area }) =>
          area === undefined ? sheetArea(catalogue, agencyId) : (catalogue.areaIds.get(area) ?? []),
        )
      return [agencyId, new Set(areas)]
    }),
  )
}
