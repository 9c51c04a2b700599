/**
 * Saving a cell (session, rights, checks, version, history, chain, feed) and opening a form of some 250 cells, against
 * a bare program that does the same rows. Sixteen connections, each a reporter in a report of its own.
 */

import type { Session } from '#contract/session.ts'
import type { FormView, SubmissionView } from '#contract/submissions.ts'
import { isTyped } from '../builders/journey.ts'
import { password } from '../cast.ts'
import { compare } from './compare.ts'
import { type Answered, load, type Program, type Shot } from './load.ts'
import { aPlace, type Place } from './place.ts'

const connections = 16
const seconds = Number(process.env.BENCH_SECONDS ?? 3)

interface Writer {
  readonly headers: Readonly<Record<string, string>>
  readonly account: number
  readonly agency: number
  readonly submissionId: string
  readonly form: FormView
}

async function reporters({ owner }: Place) {
  const { rows } = await owner.query<{ login: string; account: number; agency: number; id: string }>(
    `select distinct on (s.agency_id) a.login, a.id as account, s.agency_id as agency, s.id
     from submissions s
     join account_roles r on r.agency_id = s.agency_id and r.role = 'reporter' join accounts a on a.id = r.account_id
     where s.period = (select max(period) from submissions) order by s.agency_id, a.id`,
  )
  return rows
}

async function json<T>(program: Program, shot: Shot): Promise<T> {
  const { status, text } = await program.fire(shot)
  if (status !== 200) throw new Error(`${shot.path} answered ${status}: ${text.slice(0, 300)}`)
  return JSON.parse(text) as T
}

async function signIn(program: Program, account: string): Promise<Record<string, string>> {
  const response = await fetch(`${program.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  })
  const { csrfToken } = (await response.json()) as Session
  return { cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '', 'x-csrf-token': csrfToken }
}

async function writers(place: Place): Promise<Writer[]> {
  await place.owner.query(`update submissions set state = 'draft' where period = (select max(period) from submissions)`)
  const found: Writer[] = []
  for (const { login, account, agency, id } of (await reporters(place)).slice(0, connections)) {
    const headers = await signIn(place.web, login)
    const view = await json<SubmissionView>(place.web, { method: 'GET', path: `/api/submissions/${id}`, headers })
    const path = `/api/submissions/${id}/forms/${view.forms[0]?.id}`
    const form = await json<FormView>(place.web, { method: 'GET', path, headers })
    found.push({ headers, account, agency, submissionId: id, form })
  }
  return found
}

/** Goes through the form's entry cells, over and over, each time with another value. */
function saving({ form, headers }: Writer): (last: Answered | undefined) => Shot {
  const entries = form.columns.filter((c) => c.role === 'entry')
  const cells = form.rows.flatMap((row) =>
    entries.filter((column) => isTyped(form, row, column)).map((column) => ({ row: row.key, column: column.key })),
  )
  const revisions = new Map(form.cells.map((c) => [`${c.row} ${c.column}`, c.revision]))
  let count = 0
  return () => {
    const cell = cells[count++ % cells.length]
    const name = `${cell?.row} ${cell?.column}`
    const seen = revisions.get(name) ?? 0
    revisions.set(name, seen + 1)
    return {
      method: 'PUT',
      path: `/api/submissions/${form.submissionId}/forms/${form.formId}/cells/${cell?.row}/${cell?.column}`,
      headers: { ...headers, 'if-match': `"${seen}"` },
      body: JSON.stringify({ value: { kind: 'number', value: String(100_000 + count) } }),
    }
  }
}

function bareSaving({ form, submissionId, account, agency }: Writer): () => Shot {
  let count = 0
  return () => {
    count++
    const row = `r${count % 60}`
    const body = {
      submissionId,
      formId: form.formId,
      row,
      revision: count,
      value: String(100_000 + count),
      account,
      agency,
    }
    return { method: 'PUT', path: '/cell', body: JSON.stringify(body) }
  }
}

async function compareSaving(place: Place, all: readonly Writer[]): Promise<boolean> {
  const [ours, theirs] = [all.map(saving), all.map(bareSaving)]
  return compare({
    name: 'cell save',
    ours: () => load(place.web, ours, seconds),
    theirs: () => load(place.reference, theirs, seconds),
    target: { capacity: 0.5, p95: 3 },
  })
}

/** Fills the largest form and teaches it to the reference program. */
async function largestForm(place: Place, all: readonly Writer[]): Promise<Writer> {
  const size = (w: Writer) => w.form.rows.length * w.form.columns.length
  const [largest] = [...all].sort((a, b) => size(b) - size(a))
  if (!largest) throw new Error('nobody has a form')
  const { submissionId, headers } = largest
  const path = `/api/submissions/${submissionId}/forms/${largest.form.formId}`
  const form = await json<FormView>(place.web, { method: 'GET', path, headers })
  const { rows: spans } = await place.owner.query<{ id: number }>(
    `select distinct v.span_id as id from reported_values v where v.agency_id = $1 or v.plan_version_id > 0`,
    [largest.agency],
  )
  const { rows: indicators } = await place.owner.query<{ id: number }>(
    'select id from indicators where code = any($1)',
    [form.rows.flatMap((row) => row.indicator ?? [])],
  )
  const { rows: areas } = await place.owner.query<{ id: number }>(
    `select coalesce(g.area_id, (select id from areas where level = 'province')) as id from agencies g where g.id = $1`,
    [largest.agency],
  )
  const spanIds = await spansShown(place, spans, form)
  const skeleton = { ...form, cells: [], references: [] }
  const taught = {
    submissionId,
    formId: form.formId,
    indicatorIds: indicators.map((i) => i.id),
    spanIds,
    areaId: areas[0]?.id,
    skeleton,
  }
  await json(place.reference, { method: 'PUT', path: '/form', body: JSON.stringify(taught) })
  return { ...largest, form }
}

/** As many spans as the form reads, so that the reference program finds about as many figures. */
async function spansShown({ owner }: Place, spans: readonly { id: number }[], form: FormView): Promise<number[]> {
  const wanted = form.columns.filter((c) => c.role === 'reference' || c.role === 'prefilled').length + 2
  const { rows } = await owner.query<{ id: number }>(
    `select id from spans where id = any($1) order by to_date desc, from_date limit $2`,
    [spans.map((s) => s.id), wanted],
  )
  return rows.map((row) => row.id)
}

async function compareOpening(place: Place, all: readonly Writer[]): Promise<boolean> {
  const { headers, submissionId, form } = await largestForm(place, all)
  const ours: Shot = { method: 'GET', path: `/api/submissions/${submissionId}/forms/${form.formId}`, headers }
  const theirs: Shot = { method: 'GET', path: '/form' }
  const sizes = [await place.web.fire(ours), await place.reference.fire(theirs)].map(
    (a) => `${(a.text.length / 1024).toFixed(0)} KB`,
  )
  console.log(`form ${form.code}: ${form.rows.length * form.columns.length} cells; answers of ${sizes.join(' and ')}`)
  const shots = <T>(shot: T) => Array.from({ length: connections }, () => () => shot)
  return compare({
    name: 'form open',
    ours: () => load(place.web, shots(ours), seconds),
    theirs: () => load(place.reference, shots(theirs), seconds),
    target: { capacity: 0.5, p95: 3 },
  })
}

const place = await aPlace()
try {
  const all = await writers(place)
  const isMet = [await compareSaving(place, all), await compareOpening(place, all)].every(Boolean)
  if (!isMet) process.exitCode = 1
} finally {
  await place.close()
}
