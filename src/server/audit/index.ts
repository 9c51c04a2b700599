/** Front door of the journal. */
export { anchorsFile } from './anchors.ts'
export { appendChains } from './append-chains.ts'
export { canonicalJson, type Json } from './canonical-json.ts'
export { digestOfBatch, digestOfEdition } from './edition-digest-queries.ts'
export { sealing, sealingHandler } from './jobs.ts'
export { type Appending, type AuditEvent, appendEntry, recordEvent } from './queries.ts'
export { verify } from './verify.ts'
export { runVerify } from './verify-command.ts'
