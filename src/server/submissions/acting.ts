/** Who acts, for whom, and in which request: stands on every write and every audit entry. */
import type { Actor } from '#core/access/roles.ts'

export interface Acting {
  readonly actor: Actor
  readonly requestId: string
  readonly address: string
  /** When the person last gave the password. */
  readonly authenticatedAt: string
}
