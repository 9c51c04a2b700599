/** What was said of one figure before (lịch sử con số): by the agency whose word counts, and by whoever took theirs back. */
import type { FigureWord } from '#contract/explanation.ts'
import { cellValueOf, type ProvenanceRow, sourceOf, vintageOf } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import type { OpenedReading } from './opened-reading.ts'
import type { Explaining } from './reported-node.ts'
import { isWithdrawn, withdrawalsAmong } from './withdrawals.ts'
import { wordsAt } from './words-at.ts'

/** Newest edition first; empty for a number that is no indicator's, and where nobody ever said one. */
export async function figureHistory(db: Db, x: Explaining, it: OpenedReading): Promise<FigureWord[]> {
  const chosen = it.how.kind === 'reported' ? it.how.figure.origin.row : undefined
  const isAsked = (word: ProvenanceRow) =>
    chosen
      ? word.plan_version_id === chosen.plan_version_id
      : (word.plan_version_id === 0) === (it.place.scenario.kind === 'actual')
  const said = (await wordsAt(db, x, [it])).filter(isAsked)
  const agencies = new Set([...(chosen ? [chosen.agency_id] : []), ...silentAgain(said, x)])
  const shown = said.filter((word) => agencies.has(word.agency_id))
  const withdrawalOf = await withdrawalsAmong(db, x, shown)
  const holding = shown.findIndex((word) => word.edition_id === chosen?.edition_id)
  return shown.map((word, at) => ({
    at: word.accepted_at ?? word.sent_at ?? x.at,
    value: cellValueOf(word),
    agency: x.catalogue.agencies.get(word.agency_id)?.shortName ?? '',
    vintage: vintageOf(word),
    level: word.accepted_at === null ? ('sent' as const) : ('accepted' as const),
    source: sourceOf(word),
    withdrawn: withdrawalOf(word, word.agency_id === chosen?.agency_id && at < holding),
  }))
}

/** Agencies that took back what they said last. */
function silentAgain(said: readonly ProvenanceRow[], x: Explaining): readonly number[] {
  const last = new Map<number, ProvenanceRow>()
  for (const word of said) if (!last.has(word.agency_id)) last.set(word.agency_id, word)
  return [...last].filter(([, word]) => isWithdrawn(word, x)).map(([agencyId]) => agencyId)
}
