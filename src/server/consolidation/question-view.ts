/** Questions as either side reads them, with what the reader may do. */
import type { Question } from '#contract/questions.ts'
import { type Actor, canAnswer, canConsolidate } from '#core/access/roles.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import { parsePeriod, periodName } from '#core/period/period.ts'
import { loadCatalogue, regimeCodes, regimeVersion } from '../catalogue/index.ts'
import { peopleById } from '../identity/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { type QuestionRow, type ReplyRow, repliesTo } from './question-queries.ts'

export async function questionViews(db: Db, actor: Actor, rows: readonly QuestionRow[]): Promise<Question[]> {
  if (rows.length === 0) return []
  const replies = await repliesTo(
    db,
    rows.map((q) => q.id),
  )
  const people = await peopleById(db, [
    ...new Set([...rows.map((q) => q.asked_by), ...replies.map((r) => r.account_id)]),
  ])
  const today = localDay(await databaseNow(db))
  const { agencies } = await loadCatalogue(db, today)
  const regimes = await regimesOn(db, today)
  const agencyOf = (id: number) => ({
    code: agencies.get(id)?.code ?? '',
    shortName: agencies.get(id)?.shortName ?? '',
  })
  return rows.map((q) => ({
    id: q.id,
    regime: regimes.get(q.regime_id) ?? { code: '', name: '' },
    period: periodOf(q.period),
    agency: agencyOf(q.agency_id),
    asking: agencyOf(q.asking_agency_id),
    cell: q.row_key === null || q.column_key === null ? null : { row: q.row_key, column: q.column_key },
    about: q.about,
    body: q.body,
    by: people.get(q.asked_by) ?? null,
    at: q.asked_at,
    replies: replies
      .filter((r: ReplyRow) => r.question_id === q.id)
      .map(({ kind, body, account_id, at }) => ({ kind, body, at, by: people.get(account_id) ?? null })),
    isOpen: q.is_open,
    can: q.is_open ? allowed(actor, q) : [],
  }))
}

async function regimesOn(db: Db, on: LocalDate): Promise<ReadonlyMap<number, Question['regime']>> {
  const found = new Map<number, Question['regime']>()
  for (const code of await regimeCodes(db)) {
    const regime = await regimeVersion(db, { code, on })
    if (regime) found.set(regime.regimeId, { code, name: regime.name })
  }
  return found
}

function periodOf(label: string): Question['period'] {
  const period = parsePeriod(label, 'administrative')
  return { label, name: period ? periodName(period) : label }
}

function allowed(actor: Actor, q: QuestionRow): Question['can'] {
  return [
    ...(canAnswer(actor, { agencyId: q.agency_id }) ? (['answer'] as const) : []),
    ...(canConsolidate(actor, q.asking_agency_id) ? (['close'] as const) : []),
  ]
}
