/** Who may do what on the consolidated table: the rows of the matrix in `who-may.test.ts` for the acts of this place. */
import type { Role } from '#core/access/roles.ts'
import { presentPeriod, regimeCode } from '../builders/province.ts'
import type { Answer, Client } from './client.ts'

type Expected = (who: readonly [string, Role]) => number

interface Act {
  readonly route: string
  readonly expected: Readonly<Record<'draft' | 'sent', Expected>>
  readonly send: (client: Client) => Promise<Answer>
}

const leading: readonly Role[] = ['receiver', 'consolidator', 'viewer']

/** Those who lead or consolidate, and those of the lead agency who decide on versions and send them out. */
export const readsTable = ([relation, role]: readonly [string, Role]): boolean =>
  leading.includes(role) || (relation === 'receiver' && ['appraiser', 'approver', 'clerk'].includes(role))

/** The receiver's consolidators alone; the others who read the table are told so, everybody else nothing. */
const consolidates =
  (status: number): Expected =>
  (who) =>
    who[0] === 'receiver' && who[1] === 'consolidator' ? status : readsTable(who) ? 403 : 404
const reads: Expected = (who) => (readsTable(who) ? 200 : 404)
const nobody: Expected = () => 404

const alike = (expected: Expected) => ({ draft: expected, sent: expected })
const path = `/api/province/${regimeCode}`

export const consolidationActs: readonly Act[] = [
  {
    route: 'POST /api/province/{regime}/adjustments',
    // Nobody has reported the line, so that nothing is written.
    expected: alike(consolidates(422)),
    send: (c) =>
      c.post(`${path}/adjustments`, {
        period: presentPeriod,
        reading: 'accepted',
        row: 'd2',
        column: 'ytd',
        before: '1',
        change: { kind: 'amount', amount: '1' },
        reason: 'Bổ sung',
      }),
  },
  {
    route: 'POST /api/province/{regime}/adjustments/{id}/withdrawal',
    expected: alike(nobody),
    send: (c) => c.post(`${path}/adjustments/999/withdrawal`, { reason: 'Nhầm dòng' }),
  },
  {
    route: 'GET /api/province/{regime}/differences',
    expected: alike(reads),
    send: (c) => c.get(`${path}/differences?period=${presentPeriod}`),
  },
  {
    route: 'POST /api/province/{regime}/settlements',
    expected: alike(consolidates(409)),
    send: (c) =>
      c.post(`${path}/settlements`, {
        period: presentPeriod,
        reading: 'accepted',
        row: 'd2',
        column: 'ytd',
        area: '83',
        agency: 'SVHTTDL',
        scope: { kind: 'figure' },
        reason: 'Đã đối chiếu',
      }),
  },
  {
    route: 'GET /api/province/{regime}/versions',
    expected: alike(reads),
    send: (c) => c.get(`${path}/versions?period=${presentPeriod}`),
  },
  {
    route: 'GET /api/province/{regime}/versions/{version}',
    expected: alike(nobody),
    send: (c) => c.get(`${path}/versions/7?period=${presentPeriod}`),
  },
  {
    route: 'GET /api/province/{regime}/versions/{version}/explain',
    expected: alike(nobody),
    send: (c) => c.get(`${path}/versions/7/explain?period=${presentPeriod}&row=c11&column=estimate`),
  },
  {
    route: 'POST /api/province/{regime}/versions',
    expected: alike(consolidates(409)),
    send: (c) =>
      c.post(`${path}/versions`, { period: presentPeriod, reading: 'accepted', contentHash: 'khác', note: '' }),
  },
  {
    // There is no such version: whose step it would be is in `version-steps.test.ts`.
    route: 'POST /api/province/{regime}/versions/{version}/steps',
    expected: alike(nobody),
    send: (c) =>
      c.post(`${path}/versions/7/steps`, {
        period: presentPeriod,
        verb: 'approve',
        contentHash: 'khác',
        state: 'appraised',
      }),
  },
  {
    route: 'GET /api/province/versions-on-desk',
    expected: alike(() => 200),
    send: (c) => c.get('/api/province/versions-on-desk'),
  },
  {
    route: 'GET /api/province/affected-versions',
    expected: alike(() => 200),
    send: (c) => c.get('/api/province/affected-versions'),
  },
  {
    route: 'GET /api/province/{regime}/area-groups',
    expected: alike(reads),
    send: (c) => c.get(`${path}/area-groups`),
  },
  {
    route: 'POST /api/province/{regime}/area-groups',
    expected: alike(consolidates(422)),
    send: (c) => c.post(`${path}/area-groups`, { name: 'Nhóm', areas: ['83', '836'] }),
  },
  {
    route: 'PUT /api/province/{regime}/area-groups/{id}',
    expected: alike((who) => (readsTable(who) && !(who[0] === 'receiver' && who[1] === 'consolidator') ? 403 : 404)),
    send: (c) => c.put(`${path}/area-groups/999`, { name: 'Nhóm' }),
  },
  {
    route: 'DELETE /api/province/{regime}/area-groups/{id}',
    expected: alike((who) => (readsTable(who) && !(who[0] === 'receiver' && who[1] === 'consolidator') ? 403 : 404)),
    send: (c) => c.delete(`${path}/area-groups/999`),
  },
  {
    route: 'POST /api/province/{regime}/questions',
    expected: alike(consolidates(422)),
    send: (c) =>
      c.post(`${path}/questions`, { period: presentPeriod, agency: 'VP-KHAC', cell: null, body: 'Bao giờ gửi?' }),
  },
  { route: 'GET /api/questions', expected: alike(() => 200), send: (c) => c.get('/api/questions') },
  {
    route: 'POST /api/questions/{id}/answers',
    expected: alike(nobody),
    send: (c) => c.post('/api/questions/999/answers', { body: 'Chiều nay' }),
  },
  {
    route: 'POST /api/questions/{id}/closing',
    expected: alike(nobody),
    send: (c) => c.post('/api/questions/999/closing', { body: '' }),
  },
]
