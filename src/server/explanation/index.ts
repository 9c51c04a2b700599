/** Front door of the explanation slice: one reported figure down to its cell, and values as they are shown. */

export { figureHistory } from './figure-history.ts'
export { codesOf } from './formula-codes.ts'
export { type OpenedReading, opened, type ReportedLeaf, reportedIn } from './opened-reading.ts'
export { partName } from './reading-names.ts'
export { readingNode } from './reading-node.ts'
export type { Explaining } from './reported-node.ts'
export { registerExplanation } from './routes.ts'
export { outcomeView, shownInput, shownOutcome, valueView } from './value-view.ts'
