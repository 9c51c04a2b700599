/**
 * Opening a period (F17): one submission for every subject of the regime, bound to the form versions of that day, with
 * its deadlines reckoned on the working-day calendar. Doing it twice opens nothing twice; what it opens is journalled.
 */
import { deadlineOf, toInstant } from '#core/period/deadline.ts'
import type { Period } from '#core/period/period.ts'
import { spanKey } from '#core/period/span.ts'
import { recordEvent } from '../audit/index.ts'
import { freezeForms, holidays, type RegimeVersion, spanIds } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { insertSubmission, insertSubmissionForms } from './queries.ts'

export interface Opening {
  readonly regime: RegimeVersion
  /** On the regime's own calendar (cut-off). */
  readonly period: Period
  readonly at: string
}

/** Returns agency id → submission id of what this call opened. */
export async function openSubmissions(db: Db, { regime, period, at }: Opening): Promise<ReadonlyMap<number, string>> {
  const days = await holidays(db)
  const instantOf = (rule: RegimeVersion['deadlineRule']) => {
    const { date, time } = deadlineOf(rule, period, days)
    return toInstant(date, time)
  }
  const internalDue = Object.fromEntries(
    Object.entries(regime.internalRules).map(([step, rule]) => [step, instantOf(rule)]),
  )
  const dueAt = instantOf(regime.deadlineRule)
  const spanId = (await spanIds(db, [period.span])).get(spanKey(period.span)) as number
  const opened = new Map<number, string>()
  for (const subject of regime.subjects) {
    const id = await insertSubmission(db, {
      regimeVersionId: regime.id,
      regimeId: regime.regimeId,
      agencyId: subject.agencyId,
      receiverId: regime.receiverId,
      period: period.label,
      spanId,
      openedAt: at,
      dueAt,
      internalDue,
    })
    if (id === undefined) continue
    await insertSubmissionForms(db, id, subject.formVersionIds)
    opened.set(subject.agencyId, id)
  }
  if (opened.size > 0) {
    await freezeForms(
      db,
      regime.subjects.flatMap((subject) => subject.formVersionIds),
    )
    await recordEvent(db, {
      action: 'submissions.open-period',
      object: `${regime.code} ${period.label}`,
      outcome: 'done',
      reason: `${opened.size} báo cáo, hạn gửi ${dueAt}`,
    })
  }
  return opened
}
