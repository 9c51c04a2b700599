/** Front door of the journal. */
export { anchorsFile } from './anchors.ts'
export { sealing, sealingHandler } from './jobs.ts'
export { type AuditEvent, appendEntry, recordEvent } from './queries.ts'
export { runVerify } from './verify-command.ts'
