/** A database with the reference data, into which tests bring many figures at once. */
import assert from 'node:assert/strict'
import { localDate } from '#core/period/local-date.ts'
import { number } from '#core/quantity/cell-value.ts'
import { loadCatalogue, loadReference } from '#server/catalogue/index.ts'
import { type Batch, type Entered, enterFigures, loadReferenceFigures, type SaidFigure } from '#server/figures/index.ts'
import { transaction } from '#server/platform/database.ts'
import { testDatabase } from '../db.ts'

const { pool, owner } = await testDatabase()
await loadReference(owner)
await loadReferenceFigures(owner)

export { owner, pool }
export const catalogue = await loadCatalogue(pool, localDate('2026-06-16'))
export const agencyId = (code: string) => [...catalogue.agencies.values()].find((one) => one.code === code)?.id ?? 0
export const statistics = agencyId('CTK')
export const communes = [...catalogue.areas.values()]
  .filter((area) => area.level === 'commune')
  .map((area) => area.code)

export function figure(row: number, said: Partial<SaidFigure> = {}): SaidFigure {
  const place = {
    indicator: 'TM.01.1.2',
    area: '83',
    breakdown: '',
    period: '2026-05',
    scenario: 'actual',
    vintage: 'estimate',
  }
  return { row, ...place, value: number('100'), note: '', ...said }
}

let messages = 0
export function batch(figures: readonly SaidFigure[], more: Partial<Batch> = {}): Batch {
  const id = `message-${++messages}`
  const message = { sender: 'test', id, hash: id }
  const by = { by: null, actingAgencyId: statistics, at: '2026-06-16T01:00:00Z' }
  const what = { agencyId: statistics, origin: 'imported' as const, source: 'tệp thử', level: 'accepted' as const }
  return { ...what, message, calendar: 'statistical', ...by, figures, ...more }
}

export const enter = (it: Batch) => transaction(pool, (db) => enterFigures(db, it))

export async function entered(it: Batch): Promise<Entered> {
  const result = await enter(it)
  assert.ok(result.ok, JSON.stringify(result).slice(0, 500))
  return result.value
}

/** Of every area, in the order of their ids: sent and accepted kind and value, and the published value. */
export async function held(indicator: string, period: string): Promise<readonly unknown[]> {
  const { rows } = await pool.query(
    `select app.kind_of(v.sent_kind) as sent_kind, v.sent_value, app.kind_of(v.accepted_kind) as accepted_kind,
       v.accepted_value, v.published_value
     from reported_values v
     join indicators i on i.id = v.indicator_id and i.code = $1 join spans s on s.id = v.span_id
     where to_char(s.from_date, 'YYYY-MM') = $2 and s.to_date - s.from_date < 31 order by v.area_id`,
    [indicator, period],
  )
  return rows.map((row) => [row.sent_kind, row.sent_value, row.accepted_kind, row.accepted_value, row.published_value])
}
