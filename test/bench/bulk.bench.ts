/**
 * The bulk way in, with history, checks, comparison and promotion, against a bare COPY of the same rows into the same table
 * with its key, in a database that holds ten million figures (BENCH_MILLIONS for another number). In turns, on one
 * connection each; every run speaks of a breakdown of its own, so that both always add, and both begin after a checkpoint.
 */

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { localDate } from '#core/period/local-date.ts'
import { number } from '#core/quantity/cell-value.ts'
import { loadCatalogue } from '#server/catalogue/index.ts'
import { type Batch, type Entered, enterFigures, type SaidFigure } from '#server/figures/index.ts'
import { transaction } from '#server/platform/database.ts'
import { type FilledDatabase, filledDatabase } from './filled-database.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
/** Years that the database has figures of already. */
const firstYear = 2020
const sizes = [100_000, 1_000, 100]
const target = { perSecond: 40_000, ofCopy: 0.25 }

const database = await filledDatabase(Number(process.env.BENCH_MILLIONS ?? 10))
const catalogue = await loadCatalogue(database.pool, localDate('2026-06-16'))
const statistics = [...catalogue.agencies.values()].find((one) => one.code === 'CTK')?.id ?? 0
const indicators = [...catalogue.indicators.values()].filter(
  (one) => one.ownerAgencyId === statistics && one.formula === '' && one.valueKind === 'number' && one.decimals <= 2,
)
const areas = [...catalogue.areas.values()]

/** Twelve months of a year in every area, then the next indicator or vintage, until there are enough. */
interface Saying {
  readonly count: number
  readonly year: number
  readonly breakdown: string
  readonly scale: number
}

function said({ count, year, breakdown, scale }: Saying): SaidFigure[] {
  return Array.from({ length: count }, (_, index) => {
    const [area, rest] = [areas[index % areas.length], Math.floor(index / areas.length)]
    const [month, more] = [rest % 12, Math.floor(rest / 12)]
    return {
      row: index + 1,
      indicator: indicators[more % indicators.length]?.code ?? '',
      area: area?.code ?? '',
      breakdown,
      period: `${year}-${String(month + 1).padStart(2, '0')}`,
      scenario: 'actual',
      vintage: (['official', 'preliminary', 'estimate'] as const)[Math.floor(more / indicators.length)] ?? '',
      value: number(String(scale + (index % 97))),
      note: '',
    }
  })
}

let messages = 0
const run = process.pid
function batch(figures: readonly SaidFigure[]): Batch {
  const id = `bench ${run} ${++messages}`
  const who = { agencyId: statistics, by: null, actingAgencyId: statistics, at: new Date().toISOString() }
  const what = {
    origin: 'imported' as const,
    source: 'bench',
    level: 'accepted' as const,
    calendar: 'statistical' as const,
  }
  return { ...who, ...what, message: { sender: 'bench', id, hash: id }, figures }
}

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const start = performance.now()
  const result = await work()
  return [performance.now() - start, result]
}

async function enter(figures: readonly SaidFigure[]): Promise<Entered> {
  const result = await transaction(database.pool, (db) => enterFigures(db, batch(figures)))
  if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)))
  return result.value
}

/** The rows that were just entered, as text, under a breakdown that nobody else uses: COPY alone, key and all. */
async function copyAgain(client: pg.Client, editionId: string, breakdown: number): Promise<number> {
  const columns = `indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, agency_id, span_to, edition_id, kind, value,
    note, entered_at, acting_agency_id, row_key`
  const { rows } = await client.query({
    text: `select indicator_id, span_id, area_id, $2::int, plan_version_id, vintage, agency_id, span_to::text, edition_id, kind, value,
      note, entered_at::text, acting_agency_id, row_key from reported_value_revisions where edition_id = $1 order by row_key::int`,
    values: [editionId, breakdown],
    rowMode: 'array',
  })
  const lines = rows.map((row) => `${(row as unknown[]).join('\t')}\n`)
  const [ms] = await timed(async () => {
    await client.query('begin')
    await pipeline(
      Readable.from(lines),
      client.query(copyFrom(`copy reported_value_revisions (${columns}) from stdin`)),
    )
    await client.query('commit')
  })
  return ms
}

const middle = (of: readonly number[]) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN

/** Two breakdowns that nothing was said of: one to enter figures of, one to copy the same to. */
async function freshBreakdowns(size: number): Promise<{ breakdown: string; copied: number }> {
  const breakdown = `bench-${Date.now()}-${size}`
  const { rows } = await database.owner.query<{ id: number }>(
    `insert into breakdowns (id, code, name)
     select max(id) + n, $1 || case n when 1 then '' else '-copy' end, $1 from breakdowns cross join generate_series(1, 2) n
     group by n order by n returning id`,
    [breakdown],
  )
  return { breakdown, copied: rows[1]?.id ?? 0 }
}

async function measure({ url }: FilledDatabase, size: number): Promise<boolean> {
  const { breakdown, copied: copyBreakdown } = await freshBreakdowns(size)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const added: number[] = []
  const changed: number[] = []
  const same: number[] = []
  const copied: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const figures = said({ count: size, year: firstYear + round, breakdown, scale: 100 })
    await database.checkpoint()
    const [ms, first] = await timed(() => enter(figures))
    await database.checkpoint()
    const copyMs = await copyAgain(client, first.editionId ?? '', copyBreakdown)
    const [sameMs] = await timed(() => enter(figures))
    const [changedMs] = await timed(() => enter(said({ count: size, year: firstYear + round, breakdown, scale: 500 })))
    if (round === 0) continue
    added.push(ms)
    copied.push(copyMs)
    same.push(sameMs)
    changed.push(changedMs)
  }
  await client.end()
  const ratio = middle(added.map((ms, index) => (copied[index] ?? 0) / ms))
  const perSecond = size / (middle(added) / 1000)
  const rate = (times: readonly number[]) =>
    `${middle(times).toFixed(0)} ms, ${(size / (middle(times) / 1000)).toFixed(0)}/s`
  console.log(
    `${size} figures: × ${ratio.toFixed(2)} of a bare COPY (at least ${target.ofCopy}), ${perSecond.toFixed(0)}/s (at least ${target.perSecond} of 100000)`,
  )
  for (const [name, times] of [
    ['added', added],
    ['changed', changed],
    ['unchanged', same],
    ['bare COPY', copied],
  ] as const) {
    console.log(`  ${name.padEnd(10)} ${rate(times)}`)
  }
  return size < 100_000 || (perSecond >= target.perSecond && ratio >= target.ofCopy)
}

let isMet = true
for (const size of sizes) isMet = (await measure(database, size)) && isMet
await database.close()
if (!isMet) process.exitCode = 1
