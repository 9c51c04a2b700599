/** Front door of accounts and sessions. */
export type { Acting, ActingAgency, Caller } from './caller.ts'
export { actorOf, callerOf } from './caller.ts'
export { journalDenial } from './denials.ts'
export { callerNow, guardRoutes } from './guard.ts'
export { hashPassword, warmPasswords } from './passwords.ts'
export { peopleById, peopleInRoles, type RoleHolder } from './people-queries.ts'
export { registerIdentity } from './routes.ts'
export type { SessionSettings } from './settings.ts'
