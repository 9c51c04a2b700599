/** Bàn làm việc: returned first, then what is due, what waits for my decision, what waits for others, what is over. */
import type { Desk, SubmissionSummary } from '#contract/submissions.ts'
import { type Actor, opens } from '#core/access/roles.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import * as queries from './queries.ts'
import * as stepQueries from './step-queries.ts'
import { backgroundOf, summaryOf } from './submission-view.ts'

const recentCount = 6
const recentPeriods = 3

/** Submissions of three periods at most are on the desk; older ones are found in the lists. */
export async function deskOf(db: Db, actor: Actor): Promise<Desk> {
  const seen = await summariesOf(db, actor, await onDesk(db, actor))
  const isReporter = actor.roles.includes('reporter')
  const mine = seen.filter((s) => s.isOwn)
  const decide = seen.filter((s) => s.summary.can.some((verb) => verb !== 'submit' && verb !== 'withdraw'))
  const open = mine.filter((s) => s.summary.state === 'draft')
  const returned = open.filter((s) => s.summary.returned !== null)
  const rest = mine.filter((s) => s.summary.state !== 'draft' && s.summary.state !== 'accepted' && !decide.includes(s))
  const over = seen
    .filter((s) => s.summary.state === 'accepted')
    .sort((a, b) => (a.summary.stateSince > b.summary.stateSince ? -1 : 1))
  const list = (of: readonly { summary: SubmissionSummary }[]) => of.map((s) => s.summary)
  return {
    returned: isReporter ? list(returned) : [],
    toEnter: isReporter ? list(byDue(open.filter((s) => !returned.includes(s)))) : [],
    toDecide: list(byDue(decide)),
    waitingForOthers: list(byDue(isReporter ? rest : [...rest, ...open])),
    recent: list(over.slice(0, recentCount)),
    serverTime: await databaseNow(db),
  }
}

/** However long ago: what is not accepted yet stays on the desk. */
async function onDesk(db: Db, actor: Actor): Promise<queries.SubmissionRow[]> {
  const periods = await queries.periodsOf(db, actor.agencyId)
  const filter = { agencyId: actor.agencyId, opens: opens(actor), openBefore: periods[recentPeriods - 1] }
  return queries.submissionsOf(db, filter)
}

function byDue<T extends { summary: SubmissionSummary }>(of: readonly T[]): T[] {
  return [...of].sort((a, b) => (a.summary.dueAt < b.summary.dueAt ? -1 : a.summary.dueAt > b.summary.dueAt ? 1 : 0))
}

/** In the order given. Whether an actor prepared one is asked only where it decides a verb. */
export async function summariesOf(db: Db, actor: Actor, submissions: readonly queries.SubmissionRow[]) {
  const background = await backgroundOf(db, submissions)
  return Promise.all(
    submissions.map(async (submission) => ({
      isOwn: submission.agency_id === actor.agencyId,
      summary: summaryOf({
        submission,
        background,
        actor,
        preparers:
          submission.state === 'accepted' || submission.state === 'draft'
            ? new Set<number>()
            : await stepQueries.preparersOf(db, { submissionId: submission.id, version: submission.version }),
      }),
    })),
  )
}
