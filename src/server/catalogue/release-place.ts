/**
 * What a release time is asked for, and whether whoever asks may decide on it. The catalogue is that of today: today's owner
 * decides, also about figures of earlier periods.
 */
import { type Result, refuse } from '#contract/problems.ts'
import { type Actor, canSetRelease, type Role } from '#core/access/roles.ts'
import { type Period, parsePeriod } from '#core/period/period.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { peopleInRoles } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { selectLeadAgencies } from './indicator-queries.ts'
import { type Catalogue, type CatalogueIndicator, loadCatalogue, yearsKept } from './readings.ts'

export interface ReleasePlace {
  readonly indicator: CatalogueIndicator
  readonly period: Period
  readonly actor: Actor
  readonly catalogue: Catalogue
  /** Database clock. */
  readonly now: string
}

interface AskedPlace {
  readonly indicator: string
  /** Label on the statistical calendar, on which figures are kept. */
  readonly period: string
  readonly login: string
  readonly now: string
}

export async function releasePlace(db: Db, { now, ...asked }: AskedPlace): Promise<Result<ReleasePlace>> {
  const catalogue = await loadCatalogue(db, localDay(now))
  const indicator = catalogue.indicators.get(normalizeText(asked.indicator))
  if (!indicator) return refuse('release.unknown-indicator', { indicator: asked.indicator })
  const period = parsePeriod(normalizeText(asked.period), 'statistical')
  if (!period || !isKept(period)) return refuse('release.unknown-period', { period: asked.period, ...yearsKept })
  const { ownerAgencyId } = indicator
  const leadAgencyIds = await selectLeadAgencies(db, localDay(now))
  const deciding = ownerAgencyId === null ? leadAgencyIds : [ownerAgencyId]
  const actors = await actorsOf(db, asked.login, deciding)
  const actor = actors.find((one) => canSetRelease(one, { ownerAgencyId, leadAgencyIds }))
  if (actor) return { ok: true, value: { indicator, period, actor, catalogue, now } }
  const owner = deciding.map((id) => catalogue.agencies.get(id)?.name ?? '').join(', ')
  return refuse('release.not-yours', { indicator: indicator.code, owner, login: asked.login })
}

function isKept({ span }: Period): boolean {
  return span.from >= `${yearsKept.first}-01-01` && span.to <= `${yearsKept.last}-12-31`
}

/** The account at each of those agencies where it holds a role today. */
async function actorsOf(db: Db, login: string, agencyIds: readonly number[]): Promise<readonly Actor[]> {
  const held = (await peopleInRoles(db, agencyIds)).filter((one) => one.login === login)
  return [...Map.groupBy(held, ({ agencyId }) => agencyId)].map(([agencyId, roles]) => ({
    accountId: roles[0]?.accountId ?? 0,
    agencyId,
    roles: roles.map(({ role }) => role as Role),
  }))
}
