/** Who acts on the table, and what stands in the journal and the feed of it. */
import type { FastifyRequest } from 'fastify'
import type { Actor } from '#core/access/roles.ts'
import { recordEvent } from '../audit/index.ts'
import { actorOf } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { publish } from '../platform/feed.ts'

export interface Acting {
  readonly actor: Actor
  readonly requestId: string
  readonly address: string
  /** When the person last gave the password. */
  readonly authenticatedAt: string
}

export function actingOf(request: FastifyRequest): Acting {
  const { actor, session } = actorOf(request)
  return { actor, requestId: String(request.id), address: request.ip, authenticatedAt: session.authenticatedAt }
}

export interface Act {
  readonly action: string
  /** What it was done to, in words that the tables know: `BC-KTXH-THANG 2026-09 #12`. */
  readonly object: string
  readonly reason: string
  /** Whether readings move with it everywhere, and not in the table alone. */
  readonly movesFigures?: boolean
}

/** An act of the consolidating agency: into the journal, and to every open screen that may show it. */
export async function tell(db: Db, acting: Acting, act: Act): Promise<void> {
  const { action, object, reason, movesFigures = false } = act
  const { actor, requestId, address } = acting
  await recordEvent(db, {
    requestId,
    address,
    accountId: actor.accountId,
    agencyId: actor.agencyId,
    role: 'consolidator',
    action,
    object,
    outcome: 'done',
    reason,
  })
  const payload = { act: action, object }
  const topic = movesFigures ? 'figures' : 'table'
  await publish(db, { topic, agencyId: actor.agencyId, receiverId: null, level: 'accepted', payload })
}
