import type { Actor } from '#core/access/roles.ts'
import type { Db } from '../platform/database.ts'

/** What an installation decides about sessions and the page before signing in. */
export interface SessionSettings {
  readonly isHttps: boolean
  readonly idleMinutes: number
  readonly hours: number
  /** Its name today; a later slice knows. */
  readonly province: (db: Db) => Promise<string>
  /** Whom to call who cannot sign in; null where nobody was named. */
  readonly support: { readonly name: string; readonly phone: string | null } | null
  /** Shown at the door of a demonstration; null everywhere else. */
  readonly demonstrationPassword: string | null
  /** Whether any consolidated table is open to the actor; a later slice knows. */
  readonly readsTable: (db: Db, actor: Actor) => Promise<boolean>
}
