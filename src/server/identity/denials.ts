/** Denied access goes into the journal on its own, after the request's work was rolled back. */
import type { FastifyRequest } from 'fastify'
import type { Problem } from '#contract/problems.ts'
import { recordEvent } from '#server/audit/index.ts'

const longestObject = 300

export async function journalDenial(request: FastifyRequest, denied: Problem): Promise<void> {
  const agency = request.caller?.agency
  await recordEvent(request.server.platform.pool, {
    requestId: request.id,
    accountId: request.accountId,
    agencyId: agency?.id ?? null,
    role: agency?.roles.join(',') ?? '',
    address: request.ip,
    action: `${request.method} ${request.routeOptions.url ?? ''}`,
    object: (request.url.split('?')[0] ?? '').slice(0, longestObject),
    outcome: 'refused',
    reason: denied.code,
  })
}
