/** Front door of the figures slice: writing through editions, and narrow reads. */
export { cellValueOf, type StoredValue, storedValueOf } from './cell-value.ts'
export { addEdition, type NewEdition, type NewValue, promote, withdraw } from './promote.ts'
export {
  editionOf,
  type ProvenanceRow,
  provenanceOf,
  type ReportedQuery,
  type ReportedRow,
  reportedValues,
  reportedValuesAsOf,
} from './queries.ts'
