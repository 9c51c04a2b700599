/** Front door of the explanation slice: one reported figure down to its cell, and values as they are shown. */

export { figureHistory } from './figure-history.ts'
export { codesOf } from './formula-codes.ts'
export { type OpenedReading, opened, type ReportedLeaf, reportedIn } from './opened-reading.ts'
export { differenceOf, otherSourcesOf } from './other-sources.ts'
export { ownFiguresOf } from './own-figure.ts'
export { areaName, partName } from './reading-names.ts'
export { readingNode } from './reading-node.ts'
export { type Explaining, reportedNode } from './reported-node.ts'
export { registerExplanation } from './routes.ts'
export { statedIn } from './stated.ts'
export { type Heading, unsaidNode } from './unsaid-node.ts'
export {
  outcomeView,
  type Stated,
  shownInput,
  shownRounded,
  statedView,
  valueView,
  viewedValue,
} from './value-view.ts'
