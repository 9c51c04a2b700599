/** Front door of the catalogue slice: areas, agencies, indicators, forms, regimes, plans and who reports what. */
export { addPlanVersions, loadReference } from './load-reference.ts'
export { type AgencyRow, type AreaRow, type FormVersionRow, freezeForms } from './queries.ts'
export { type CsvRecord, readCsv } from './read-csv.ts'
export {
  agenciesById,
  areas,
  type Catalogue,
  type CatalogueIndicator,
  formVersionsById,
  holidays,
  indicatorsByCode,
  knownSpanIds,
  loadCatalogue,
  type PlanVersion,
  planVersions,
  precedenceOrders,
  type RegimeVersion,
  regimeCodes,
  regimeVersion,
  regimeVersionById,
  responsibleAgencies,
  spanIds,
} from './readings.ts'
export { referenceFolder } from './reference-files.ts'
