/** Front door of the submissions slice. */
export type { Acting } from './acting.ts'
export { canonicalContent, contentHash } from './content.ts'
export { figuresPeriod } from './coordinates.ts'
export { enterCells } from './enter-cells.ts'
export { periodViewOf } from './form-view.ts'
export {
  type History,
  loadHistory,
  type PastCell,
  type PastSnapshot,
  type PastState,
  type PastStep,
} from './history-queries.ts'
export { openPeriods, openPeriodsHandler } from './jobs.ts'
export { localDay } from './local-time.ts'
export { openDuePeriods, openedPeriod } from './open-due-periods.ts'
export { type Opening, openSubmissions } from './open-submissions.ts'
export { now, periodsOfRegime, type RegimePeriodRow, regimePeriod, submissionById } from './queries.ts'
export { figuresOf } from './reported-figures.ts'
export { registerSubmissions } from './routes.ts'
export { type OpenForm, openForms } from './sheet.ts'
export { makeTransition } from './transition.ts'
