/**
 * Who may ask what of the explorer: whoever reports, receives or reads figures; not those who only run the system. A view
 * that is not there is not found for anybody; whose views are found by whom is told in `saved-views.test.ts`.
 */
import type { Role } from '#core/access/roles.ts'
import type { Answer, Client } from '../client.ts'

type Expected = (who: readonly [string, Role]) => number

interface Row {
  readonly route: string
  readonly expected: { readonly draft: Expected; readonly sent: Expected }
  readonly send: (client: Client) => Promise<Answer>
}

const url = '/api/explorer'
const q = 'v1 indicators TC.01 areas 83 periods 2026-08'
const asked = new URLSearchParams({ q })
const absent = `${url}/views/999999`

const running: readonly Role[] = ['administrator', 'integrator']
const readers =
  (status: number): Expected =>
  ([, role]) =>
    running.includes(role) ? 404 : status
const alike = (expected: Expected) => ({ draft: expected, sent: expected })
const nobody = alike(() => 404)

export const explorerRows: readonly Row[] = [
  ...['choices', `table?${asked}`, `moments?${asked}`, `export?${asked}`, 'views'].map((path) => ({
    route: `GET ${url}/${path.split('?')[0]}`,
    expected: alike(readers(200)),
    send: (client: Client) => client.get(`${url}/${path}`),
  })),
  {
    route: `POST ${url}/views`,
    expected: alike(readers(201)),
    send: (client) => client.post(`${url}/views`, { name: 'Thu ngân sách', q, sharing: 'private' }),
  },
  { route: `GET ${url}/views/{id}`, expected: nobody, send: (client) => client.get(absent) },
  {
    route: `PUT ${url}/views/{id}`,
    expected: nobody,
    send: (client) => client.put(absent, { name: 'Thu', q, sharing: 'private', revision: 1 }),
  },
  { route: `DELETE ${url}/views/{id}`, expected: nobody, send: (client) => client.delete(absent) },
  { route: `POST ${url}/views/{id}/restore`, expected: nobody, send: (client) => client.post(`${absent}/restore`) },
]
