/** Front door of the figures slice: writing through editions, and narrow reads. */
export { brokenDownIndicators } from './breakdown-queries.ts'
export * from './bulk.ts'
export { catalogueDays } from './catalogue-days.ts'
export { cellValueOf, storedValueOf } from './cell-value.ts'
export { planned, sourceOf, vintageOf } from './choose.ts'
export type { NewValue } from './edition.ts'
export { enterFigures, previewFigures } from './enter-figures.ts'
export { figureSlot } from './figure-slot.ts'
export { hearingOf } from './hearing.ts'
export { loadEditions, type PastEdition } from './history-queries.ts'
export { importCall, runImport } from './import-command.ts'
export { addEdition, promote, withdraw } from './promote.ts'
export {
  type EditionRow,
  editionColumn,
  editionOf,
  editionsById,
  type ProvenanceRow,
  provenanceOf,
  type ReportedValue,
  reportedValuesFor,
} from './queries.ts'
export { prepareReader, type ReadAs, readFigures } from './read-figures.ts'
export { type FigureRow, figureRows } from './read-queries.ts'
export { readAreas } from './reading-catalogue.ts'
export { ownFigure, type ReportedOrigin } from './recorded-figure.ts'
export { loadReferenceFigures } from './reference-figures.ts'
export { releaseCall, runRelease } from './release-command.ts'
export { chooseSource, pastChoices, type SourceChoice, sourceChoices } from './source-choice-queries.ts'
export { type SourceOrders, sourceOrder, sourceOrders } from './source-orders.ts'
