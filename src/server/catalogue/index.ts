/** Front door of the catalogue slice: areas, agencies, indicators, forms, regimes, plans and who reports what. */
export { agencyView } from './agency-view.ts'
export { changeDays } from './change-queries.ts'
export { keepsRules, registerCheckRules } from './check-rule-routes.ts'
export { rulesInForce } from './check-rules.ts'
export { formulaChanges } from './formula-changes.ts'
export { formulasOf } from './formula-words.ts'
export { selectLeadAgencies as leadAgencies, selectLeadRegimes as leadRegimes } from './indicator-queries.ts'
export { registerCatalogue } from './indicator-routes.ts'
export { addPlanVersions, loadReference } from './load-reference.ts'
export { placedProblem } from './placed-problem.ts'
export { type PrecedenceDecision, pastPrecedenceDecisions, precedenceDecisions } from './precedence-queries.ts'
export { preferSource } from './prefer-source.ts'
export { type AgencyRow, freezeForms, selectProvinceName as provinceName } from './queries.ts'
export { type CsvFault, type CsvLine, type CsvRecord, csvLines, eachCsvLine, readCsv, utf8Text } from './read-csv.ts'
export {
  areas,
  type Catalogue,
  formVersionsById,
  holidays,
  knownSpanIds,
  loadCatalogue,
  namesKnown,
  type PlanVersion,
  precedenceOrders,
  type RegimeVersion,
  regimeCodes,
  regimeVersion,
  regimeVersionById,
  responsibleAgencies,
  spanIds,
  yearsKept,
} from './readings.ts'
export { listedCodes } from './reference-differences.ts'
export { referenceFolder } from './reference-files.ts'
export { type ReleasePlace, releasePlace } from './release-place.ts'
export { makesWait, selectComingReleases as comingReleases } from './release-queries.ts'
export { isWithheld, pendingReleases } from './releases.ts'
export * from './reporting-queries.ts'
export { cancelRelease, type ReleaseSet, setRelease } from './set-release.ts'
export { watchReleases } from './watch-releases.ts'
export { problemsOfRule } from './write-check-rule.ts'
