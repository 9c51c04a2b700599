/** Front door of the submissions slice. */

export { computedValue } from './computed-value.ts'
export { canonicalContent, contentHash } from './content.ts'
export { figuresPeriod } from './coordinates.ts'
export { workingDaysLeft } from './days-left.ts'
export { periodViewOf } from './form-view.ts'
export {
  hasSubmissions,
  loadHistory,
  type PastCell,
  type PastSnapshot,
  type PastState,
  type PastStep,
} from './history-queries.ts'
export { holderNames } from './holder.ts'
export { openPeriods, openPeriodsHandler } from './jobs.ts'
export { openSubmissions } from './open-submissions.ts'
export {
  lockPeriod,
  periodsOfRegime,
  type RegimePeriodRow,
  regimePeriod,
  regimeVersionOfPeriod,
  submissionById,
} from './queries.ts'
export { areasOfReports } from './report-areas.ts'
export { figuresOf } from './reported-figures.ts'
export { registerSubmissions } from './routes.ts'
export { openForms } from './sheet.ts'
export { stepBar } from './step-bar.ts'
export { unmetNeed } from './step-needs.ts'
export { stepsOf } from './step-queries.ts'
