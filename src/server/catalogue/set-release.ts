/**
 * Setting, moving and cancelling a release time. Cancelled, it has come: what was kept until then stays kept in views of
 * earlier instants, and whatever rests on the figure is known to have moved (ADR 0034).
 */
import { type Result, refuse } from '#contract/problems.ts'
import { spanKey } from '#core/period/span.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { recordEvent } from '../audit/index.ts'
import type { Db } from '../platform/database.ts'
import { fullTime } from '../platform/local-time.ts'
import { formulasOf } from './formula-words.ts'
import { knownSpanIds, spanIds } from './readings.ts'
import type { ReleasePlace } from './release-place.ts'
import { endRelease, lockRelease, writeRelease } from './release-queries.ts'
import { isKeptAlone, type TotalsOver, totalsOver, waitingAt } from './release-totals.ts'
import { tellRelease } from './tell-release.ts'

export interface ReleaseSet {
  readonly spanId: number
  /** The time that was waited for until now; null where none was. */
  readonly before: string | null
  /** It was so already, and nothing was written. */
  readonly isSame: boolean
  readonly totals: TotalsOver
}

/** `at` is an instant. Refused of a computed indicator none of whose parts waits as long: everybody's reading computes it anew. */
export async function setRelease(db: Db, place: ReleasePlace, at: string): Promise<Result<ReleaseSet>> {
  const { indicator, period, catalogue, now } = place
  if (Date.parse(at) <= Date.parse(now)) return refuse('release.past', { at: fullTime(at), now: fullTime(now) })
  const spanId = (await spanIds(db, [period.span])).get(spanKey(period.span))
  invariant(spanId !== undefined, 'a span that is asked for is there or is made')
  const waiting = await waitingAt(db, { catalogue, spanId, now })
  if (isKeptAlone(formulasOf(catalogue.indicators).get(indicator.code), Date.parse(at), waiting)) {
    return refuse('release.computed', { indicator: indicator.code, formula: indicator.formula, at: fullTime(at) })
  }
  const held = await lockRelease(db, { indicatorId: indicator.id, spanId })
  const before = held !== undefined && Date.parse(held) > Date.parse(now) ? held : null
  const isSame = before !== null && Date.parse(before) === Date.parse(at)
  if (!isSame) {
    await writeRelease(db, { indicatorId: indicator.id, spanId, at, by: place.actor.accountId })
    await note(db, place, { action: before === null ? 'release.set' : 'release.move', from: before, to: at })
    await tellRelease(db, { indicator: indicator.code, periods: [period.label] })
  }
  return { ok: true, value: { spanId, before, isSame, totals: await totalsNow(db, place, spanId) } }
}

export async function cancelRelease(db: Db, place: ReleasePlace): Promise<Result<ReleaseSet>> {
  const { indicator, period, now } = place
  const spanId = (await knownSpanIds(db, [period.span])).get(spanKey(period.span))
  const before = spanId === undefined ? undefined : await lockRelease(db, { indicatorId: indicator.id, spanId })
  if (spanId === undefined || before === undefined || Date.parse(before) <= Date.parse(now)) {
    return refuse('release.none-waiting', { indicator: indicator.code, period: period.label })
  }
  await endRelease(db, { indicatorId: indicator.id, spanId, at: now, by: place.actor.accountId })
  await note(db, place, { action: 'release.cancel', from: before, to: null })
  await tellRelease(db, { released: [indicator.code] })
  return { ok: true, value: { spanId, before, isSame: false, totals: await totalsNow(db, place, spanId) } }
}

async function totalsNow(db: Db, { indicator, catalogue, now }: ReleasePlace, spanId: number): Promise<TotalsOver> {
  return totalsOver(indicator.code, catalogue, await waitingAt(db, { catalogue, spanId, now }))
}

interface Noted {
  readonly action: 'release.set' | 'release.move' | 'release.cancel'
  readonly from: string | null
  readonly to: string | null
}

/** What held before and what holds now stand in the journal: the table keeps the last alone. */
function note(db: Db, { indicator, period, actor }: ReleasePlace, { action, from, to }: Noted): Promise<void> {
  return recordEvent(db, {
    action,
    accountId: actor.accountId,
    agencyId: actor.agencyId,
    role: 'approver',
    object: `release:${indicator.code} ${period.label}`,
    outcome: 'done',
    reason: `${written(from)} → ${written(to)}`,
    address: 'cli',
  })
}

function written(instant: string | null): string {
  return instant === null ? '-' : new Date(instant).toISOString()
}
