/**
 * Reading at scale: the province's table summed from communes, sums for every district, what one saved cell makes read
 * anew, and a whole year of everything derived. Tables first with nothing kept, as after a start, then again and again, in
 * turns with the plainest SQL that adds up the same rows, and after one of their own figures has moved. Sizes in millions
 * of figures: `BENCH_MILLIONS=1,10,30`, the last one is held to the targets.
 */
import type { AreaCode } from '#core/indicator/indicator.ts'
import { localDate } from '#core/period/local-date.ts'
import { monthsOf, period } from '#core/period/period.ts'
import { number } from '#core/quantity/cell-value.ts'
import { loadCatalogue } from '#server/catalogue/index.ts'
import { type ReadAs, readFigures } from '#server/figures/index.ts'
import { type Db, type Pool, transaction } from '#server/platform/database.ts'
import { say } from '#test/builders/said-figures.ts'
import { readDerivedOfYear, readHangingOn } from './derived-readings.ts'
import { filledDatabase } from './filled-database.ts'
import { plainSums } from './plain-sums.ts'
import { readPlans } from './read-plans.ts'

const on = localDate('2025-06-30')
const as: ReadAs = { viewerAgencyId: null, level: 'accepted', regimeId: null, on }
const rounds = Number(process.env.BENCH_ROUNDS ?? 20)
const way = { scenario: { kind: 'actual' }, vintage: 'best' } as const
const labels = ['2025-06', '2025-05', '2024-06', '2025-YTD06', '2024-YTD06']

interface Series {
  readonly id: number
  readonly code: string
}

function inSnapshot<T>(pool: Pool, work: (db: Db) => Promise<T>): Promise<T> {
  return transaction(pool, work, { isolation: 'repeatable read', readOnly: true })
}

/** Outside a snapshot nothing is kept from one reading to the next: each reads as the first one after a start. */
function anew<T>(pool: Pool, work: (db: Db) => Promise<T>): Promise<T> {
  return transaction(pool, work, { readOnly: true })
}

/** Told of communes alone, under one member of a breakdown, so that every figure above them is a sum. */
async function communeSeries(pool: Pool): Promise<readonly Series[]> {
  const { rows } = await pool.query<Series>(
    `select distinct i.id, i.code from indicator_breakdowns p join indicators i on i.id = p.indicator_id
     join indicator_versions n on n.indicator_id = i.id and n.nature = 'flow' where p.breakdown_id = 1 order by i.id`,
    [],
  )
  return rows
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const at = (sorted: readonly number[], part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0

/** Whose figure it is, and what is said of it but its value. */
interface SavedFigure {
  readonly by: string
  readonly indicator: string
  readonly area: string
  readonly breakdownId?: number
}

const cell: SavedFigure = { by: 'SNNPTNT', indicator: 'NN.03', area: '836' }

let saved = 0
/** One more version of one figure, sent and accepted. */
async function saveOne(pool: Pool, { by, ...figure }: SavedFigure): Promise<void> {
  saved += 1
  const said = { ...figure, period: '2025-06', as: 'preliminary', value: number(String(saved)) }
  const edition = { by, periodEnd: '2030-12-31', version: Math.floor(Date.now() / 1000) + saved }
  await transaction(pool, (db) => say(db, edition, [said]))
}

/** What a commune has said of each series, so that a table of them moves. */
async function saidOfCommunes(pool: Pool, series: readonly Series[]): Promise<readonly SavedFigure[]> {
  const { rows } = await pool.query<SavedFigure>(
    `select distinct on (v.indicator_id) g.code as by, i.code as indicator, a.code as area, 1 as "breakdownId"
     from reported_values v join indicators i on i.id = v.indicator_id join areas a on a.id = v.area_id
     join agencies g on g.id = v.agency_id
     where v.breakdown_id = 1 and v.span_to = '2025-06-30' and v.indicator_id = any($1) order by v.indicator_id, v.area_id`,
    [series.map(({ id }) => id)],
  )
  return rows
}

interface Measured {
  readonly name: string
  /** Milliseconds of the 95th percentile; none is held to where there is none. */
  readonly target?: number
  /** Done before each round, and not timed. */
  readonly before?: () => Promise<unknown>
  readonly ours: () => Promise<unknown>
  readonly plain?: () => Promise<unknown>
  readonly rounds?: number
}

/** In turns; the first rounds warm up and are not counted. */
async function measure({ name, target, before, ours, plain, rounds: count = rounds }: Measured): Promise<boolean> {
  const [mine, other]: [number[], number[]] = [[], []]
  const warming = Math.min(6, count)
  for (let round = 0; round < count + warming; round++) {
    await before?.()
    const [a, b] = [await timed(ours), plain ? await timed(plain) : Number.NaN]
    if (round < warming) continue
    mine.push(a)
    other.push(b)
  }
  const ratios = mine.map((ms, index) => ms / (other[index] ?? Number.NaN)).sort((a, b) => a - b)
  for (const times of [mine, other]) times.sort((a, b) => a - b)
  const p95 = at(mine, 0.95)
  const against = plain ? `× ${at(ratios, 0.5).toFixed(2)} of plain SQL (p95 ${at(other, 0.95).toFixed(1)} ms), ` : ''
  console.log(
    `${name}: ${against}p50 ${at(mine, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${target === undefined ? '' : ` (at most ${target})`}, best ${at(mine, 0).toFixed(1)} ms`,
  )
  return target === undefined || p95 <= target
}

function table(series: readonly Series[], areas: readonly string[], of: readonly string[]) {
  const periods = of.map((label) => period(label, 'statistical'))
  return (db: Db) =>
    readFigures(db, as, (reader) =>
      series.flatMap(({ code }) =>
        periods.flatMap((each) =>
          areas.map((area) => {
            const reference = { code, members: ['thanh-phan-1'] }
            return reader.read(reference, { ...way, area: area as AreaCode, period: each })
          }),
        ),
      ),
    )
}

interface MeasuredTable {
  readonly name: string
  readonly target: number
  readonly series: readonly Series[]
  readonly read: (db: Db) => Promise<unknown>
  readonly plain: () => Promise<void>
}

/** As after a start; when it is opened again, and after one of its own figures has moved, which are held to the target. */
async function measureTable(pool: Pool, { name, target, series, read, plain }: MeasuredTable): Promise<boolean> {
  const ours = () => inSnapshot(pool, read)
  await measure({ name: `${name}, first`, ours: () => anew(pool, read), plain })
  const isAgainMet = await measure({ name: `${name}, again`, target, ours, plain })
  const figures = await saidOfCommunes(pool, series)
  const before = () => saveOne(pool, figures[saved % figures.length] ?? cell)
  return (await measure({ name: `${name}, after a figure of it moved`, target, before, ours })) && isAgainMet
}

async function benchSize(millions: number): Promise<boolean> {
  const { pool, close } = await filledDatabase(millions)
  try {
    console.log(`-- ${millions} million figures`)
    const catalogue = await loadCatalogue(pool, on)
    const series = await communeSeries(pool)
    const districts = [...catalogue.areas.values()].filter(({ level }) => level === 'district').map(({ code }) => code)
    const months = monthsOf(period('2025', 'statistical')).map(({ label }) => label)
    const spans = labels.flatMap((label) => monthsOf(period(label, 'statistical')))
    const ten = series.slice(0, 10)
    const read = table(ten, districts, months)
    // Before anything else has read a figure, so that the pages are counted.
    for (const line of await readPlans(pool, read)) console.log(line)
    const met: boolean[] = []
    for (const [rows, target] of [
      [40, 100],
      [90, 200],
    ] as const) {
      const some = series.slice(0, rows)
      const name = `table of ${some.length} rows × ${labels.length} readings from 157 communes`
      const plain = () => plainSums(pool, { series: some, spans, above: 'province' })
      met.push(await measureTable(pool, { name, target, series: some, read: table(some, ['83'], labels), plain }))
    }
    const ofYear = monthsOf(period('2025', 'statistical'))
    const plain = () => plainSums(pool, { series: ten, spans: ofYear, above: 'district' })
    const name = '10 indicators × 12 months summed from communes to all districts'
    met.push(
      await measureTable(pool, { name, target: 30, series: ten, read, plain }),
      await measure({
        name: 'what one saved cell makes read anew',
        target: 10,
        before: () => saveOne(pool, cell),
        ours: () =>
          inSnapshot(pool, (db) =>
            readHangingOn(db, as, {
              indicator: cell.indicator,
              area: cell.area as AreaCode,
              period: period('2025-06', 'statistical'),
            }),
          ),
      }),
      await measure({
        name: 'every derived indicator for every area and month of a year',
        target: 5_000,
        rounds: 2,
        ours: () => inSnapshot(pool, (db) => readDerivedOfYear(db, as, { year: 2025, calendar: 'statistical' })),
      }),
    )
    return met.every(Boolean)
  } finally {
    await close()
  }
}

const sizes = (process.env.BENCH_MILLIONS ?? '10').split(',').map(Number)
let isMet = true
for (const millions of sizes) isMet = await benchSize(millions)
if (!isMet) process.exitCode = 1
