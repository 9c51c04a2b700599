/** Front door of the journal. */
export type { CellsEntry, Entry, StepEntry } from './entry.ts'
export { streamOf } from './entry.ts'
export type { AuditEvent } from './queries.ts'
export { appendEntry, recordEvent } from './queries.ts'
