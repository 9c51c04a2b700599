/** The lists of submissions, a page at a time: an administrator of an agency does not read its reports. */
import type { z } from 'zod'
import { type Result, refuse } from '#contract/problems.ts'
import type { SubmissionList, submissionQuery } from '#contract/submissions.ts'
import { type Actor, opens } from '#core/access/roles.ts'
import { regimeVersionById } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { summariesOf } from './desk.ts'
import { periodViewOf } from './form-view.ts'
import * as queries from './queries.ts'

type Query = z.output<typeof submissionQuery>

const separator = '~'
const cursorOf = ({ due_at, id }: queries.SubmissionRow) => `${due_at}${separator}${id}`

function readCursor(text: string): queries.Cursor | undefined {
  const [dueAt = '', id = ''] = text.split(separator)
  return !Number.isNaN(Date.parse(dueAt)) && /^\d{1,18}$/.test(id) ? { dueAt, id } : undefined
}

function filterOf(actor: Actor, { period, state, side, open }: Query): queries.SubmissionFilter {
  const { own, received } = opens(actor)
  return {
    agencyId: actor.agencyId,
    opens: { own: own && side !== 'receiver', received: received && side !== 'own' },
    period,
    state,
    openBefore: open && 'all',
  }
}

/** What this actor may open, what is due last first. */
export async function submissionListOf(db: Db, actor: Actor, query: Query): Promise<Result<SubmissionList>> {
  const after = query.after === undefined ? undefined : readCursor(query.after)
  if (query.after !== undefined && !after) return refuse('request.invalid', { what: 'after' })
  const filter = filterOf(actor, query)
  const found = await queries.submissionsOf(db, filter, { after, limit: query.limit + 1 })
  const shown = found.slice(0, query.limit)
  const last = shown.at(-1)
  const labels = await queries.periodsOf(db, actor.agencyId)
  const regime = last && (await regimeVersionById(db, last.regime_version_id))
  return {
    ok: true,
    value: {
      submissions: (await summariesOf(db, actor, shown)).map((s) => s.summary),
      total: await queries.countSubmissions(db, filter),
      next: last && found.length > shown.length ? cursorOf(last) : null,
      periods: labels.map((label) => periodViewOf(label, regime?.calendar ?? 'administrative')),
    },
  }
}
