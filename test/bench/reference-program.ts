/**
 * The yardstick: bare Fastify and pg, no sessions, rights, checks or versions, writing and reading the very rows that a
 * cell save and a form of the real program write and read, in the same tables, and answering JSON of the same shape.
 */
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { fastify } from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.BAOCAO_POOL_SIZE ?? 12),
})
const app = fastify()

interface Saved {
  readonly submissionId: string
  readonly formId: number
  readonly row: string
  readonly revision: number
  readonly value: string
  readonly account: number
  readonly agency: number
}

const put = `insert into cells (submission_id, version, form_version_id, row_key, column_key, revision, kind, value, origin,
    entered_by, acting_agency_id, entered_at)
  values ($1, 1, $2, $3, 'reference', $4, 'number', $5, 'typed', $6, $7, now())
  on conflict (submission_id, version, form_version_id, row_key, column_key) do update set revision = excluded.revision,
    value = excluded.value, entered_by = excluded.entered_by, entered_at = excluded.entered_at returning *`
const keep = `insert into cell_revisions (submission_id, version, form_version_id, row_key, column_key, revision, kind, value,
    note, origin, entered_by, acting_agency_id, entered_at)
  values ($1, 1, $2, $3, 'reference', $4, 'number', $5, '', 'typed', $6, $7, now())`
const head = `insert into audit_heads as h (stream, seq, hash) values ($1, 1, $2)
  on conflict (stream) do update set seq = h.seq + 1, hash = excluded.hash returning seq`
const entry = `insert into audit_entries (stream, seq, at, payload, hash) values ($1, $2, now(), $3, $4)`
const change = `insert into changes (topic, agency_id, receiver_id, level, payload) values ('submission', $1, $1, 'draft', $2)`

app.put<{ Body: Saved }>('/cell', async ({ body }) => {
  const { submissionId, formId, row, revision, value, account, agency } = body
  const client = await pool.connect()
  try {
    await client.query('begin')
    const cell = [submissionId, formId, row, revision, value, account, agency]
    const { rows } = await client.query(put, cell)
    await client.query(keep, cell)
    const payload = JSON.stringify({
      action: 'enter',
      ...body,
      cells: [{ row, column: 'reference', revision, value: { kind: 'number', value }, note: '' }],
      role: 'reporter',
      requestId: 'reference',
      address: '127.0.0.1',
      version: 1,
      at: new Date().toISOString(),
    })
    const hash = createHash('sha256').update(payload).digest()
    const stream = `reference:${submissionId}`
    const { rows: heads } = await client.query(head, [stream, hash])
    await client.query(entry, [stream, heads[0].seq, payload, hash])
    await client.query(change, [
      agency,
      JSON.stringify({ submission: submissionId, form: formId, cells: [{ row, column: 'reference', revision }] }),
    ])
    await client.query('commit')
    return shown(rows[0])
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
})

const cellsOf = `select c.row_key, c.column_key, c.revision, c.kind, c.value, c.text, c.note, c.origin, c.entered_at,
    a.login, a.display_name, a.position
  from cells c join accounts a on a.id = c.entered_by
  where c.submission_id = $1 and c.version = 1 and c.form_version_id = $2 and c.column_key <> 'reference'`
/** Letters as they are kept: turning them into words costs a program nothing that could be measured. */
const figuresOf = `select v.indicator_id, v.span_id, v.vintage, v.agency_id, v.sent_kind as kind, v.sent_value as value
  from reported_values v
  where v.indicator_id = any($1) and v.span_id = any($2) and v.area_id = $3 and v.breakdown_id = 0
    and v.sent_edition_id is not null`

interface Opened {
  readonly submissionId: string
  readonly formId: number
  readonly indicatorIds: readonly number[]
  readonly spanIds: readonly number[]
  readonly areaId: number
  readonly skeleton: Record<string, unknown>
}
let opened: Opened | undefined

/** What of the form never changes is kept ready, as a program that knows one form would. */
app.put<{ Body: Opened }>('/form', { bodyLimit: 4_000_000 }, async ({ body }) => {
  opened = body
  return {}
})

app.get('/form', async () => {
  if (!opened) throw new Error('no form was given')
  const { rows: cells } = await pool.query(cellsOf, [opened.submissionId, opened.formId])
  const { rows: figures } = await pool.query(figuresOf, [opened.indicatorIds, opened.spanIds, opened.areaId])
  return {
    ...opened.skeleton,
    cells: cells.map(shown),
    references: figures.map((f) => ({
      row: String(f.indicator_id),
      column: String(f.span_id),
      value: { kind: f.kind, value: f.value },
      vintage: f.vintage,
      level: 'accepted',
      source: String(f.agency_id),
    })),
  }
})

// biome-ignore lint/suspicious/noExplicitAny: rows as they come
function shown(c: any) {
  return {
    row: c.row_key,
    column: c.column_key,
    value: { kind: c.kind, value: c.value },
    revision: c.revision,
    note: c.note,
    enteredBy: { login: c.login ?? 'reference', name: c.display_name ?? 'Nguyễn Thị Lan', position: c.position ?? '' },
    enteredAt: c.entered_at,
    origin: c.origin,
  }
}

await app.listen({ port: 0, host: '127.0.0.1' })
process.on('disconnect', () => process.exit(0))
process.send?.(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`)
