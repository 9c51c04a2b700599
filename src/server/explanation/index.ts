/** Front door of the explanation slice: one reported figure down to its cell, and values as they are shown. */
export { codesOf } from './formula-codes.ts'
export { type Explaining, reportedNode, reportedWords } from './reported-node.ts'
export { registerExplanation } from './routes.ts'
export { outcomeView, shownInput, shownOutcome, shownValue, valueView } from './value-view.ts'
