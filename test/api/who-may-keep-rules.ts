/** Check rules in the table of who may do what: everybody reads them; a few keep them, and nothing moves in the trying. */
import type { Role } from '#core/access/roles.ts'
import type { Answer, Client } from './client.ts'

type Who = readonly [string, Role]

interface Act {
  readonly route: string
  readonly expected: Readonly<Record<'draft' | 'sent', (who: Who) => number>>
  readonly send: (client: Client) => Promise<Answer>
}

const alike = (expected: (who: Who) => number) => ({ draft: expected, sent: expected })

/** Administrators wherever they sit, and consolidators of the agency that reports are sent to. */
const keeps = ([relation, role]: Who): boolean =>
  role === 'administrator' || (relation === 'receiver' && role === 'consolidator')
const kept = (status: number) => alike((who) => (keeps(who) ? status : 403))

const asked = { scope: { kind: 'form', form: 'SYT-01' }, severity: 'soft', condition: '[a1] > 0' }
const draft = { ...asked, name: 'Thử quyền', message: '', reason: '' }
const seen = { version: 1, changedAt: '2026-09-01T00:00:00Z' }

export const ruleActs: readonly Act[] = [
  { route: 'GET /api/check-rules', expected: alike(() => 200), send: (c) => c.get('/api/check-rules') },
  {
    route: 'POST /api/check-rules',
    expected: kept(409),
    send: (c) => c.post('/api/check-rules', { ...draft, code: 'NOT-NEGATIVE' }),
  },
  {
    route: 'PUT /api/check-rules/{code}',
    expected: kept(422),
    send: (c) => c.put('/api/check-rules/NOT-NEGATIVE', { ...draft, condition: '[a1]', seen }),
  },
  {
    route: 'POST /api/check-rules/{code}/switch',
    expected: kept(409),
    send: (c) =>
      c.post('/api/check-rules/NOT-NEGATIVE/switch', { version: 1, to: 'on', from: '2026-09-01', reason: 'Thử quyền' }),
  },
  {
    route: 'POST /api/check-rules/trial',
    expected: kept(200),
    send: (c) => c.post('/api/check-rules/trial', { ...asked, months: 1 }),
  },
]
