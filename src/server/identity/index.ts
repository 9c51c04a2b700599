/** Front door of accounts and sessions. */
export { actorOf } from './caller.ts'
export {
  addDemonstrationPeople,
  type DemonstrationPerson,
  hasDemonstrationPeople,
  openDemonstrationLogins,
} from './demonstration-queries.ts'
export { journalDenial } from './denials.ts'
export { callerNow, guardRoutes } from './guard.ts'
export { tidying, tidyingHandler } from './jobs.ts'
export { hashPassword, warmPasswords } from './passwords.ts'
export { peopleById, peopleInRoles } from './people-queries.ts'
export { registerIdentity } from './routes.ts'
export type { SessionSettings } from './settings.ts'
export { runUser, userCall } from './user-command.ts'
