/**
 * Reading at scale: the province's table summed from communes, sums for every district, what one saved cell makes read
 * anew, and a whole year of everything derived. Tables first with nothing kept, as after a start, then again and again, in
 * turns with the plainest SQL that adds up the same rows, and after one of their own figures has moved. Sizes in millions
 * of figures: `BENCH_MILLIONS=1,10,30`, the last one is held to the targets; how the buffers of the tables grow from the
 * first size on, and whether their plans stay the same, is told at the end.
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
/** Of the buffers, from the first size to any other. */
const mostGrowth = 1.2
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

/** What the tables touch, by their names. */
type Touched = ReadonlyMap<string, { readonly buffers: number; readonly shapes: string }>

async function touchedBy(pool: Pool, tables: readonly MeasuredTable[]): Promise<Touched> {
  const touched = new Map<string, { buffers: number; shapes: string }>()
  for (const { name, read } of tables) {
    const plans = await readPlans(pool, read)
    console.log(name)
    for (const { pages, buffers, milliseconds, shape } of plans)
      console.log(`  ${pages} pages, ${buffers} buffers, ${milliseconds.toFixed(0)} ms: ${shape}`)
    touched.set(name, {
      buffers: plans.reduce((sum, { buffers }) => sum + buffers, 0),
      shapes: plans.map(({ shape }) => shape).join('\n'),
    })
  }
  return touched
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

interface SizeBenched {
  readonly millions: number
  readonly isMet: boolean
  readonly touched: Touched
}

/** Whether the tables touch little more at the larger size, and by the same plans. */
function growsLittle(smaller: SizeBenched, larger: SizeBenched): boolean {
  console.log(`-- from ${smaller.millions} to ${larger.millions} million figures (at most × ${mostGrowth})`)
  const little = [...larger.touched].map(([name, { buffers, shapes }]) => {
    const before = smaller.touched.get(name)
    const growth = buffers / (before?.buffers ?? Number.NaN)
    const isSame = shapes === before?.shapes
    console.log(
      `${name}: ${before?.buffers} to ${buffers} buffers, × ${growth.toFixed(2)}, ${isSame ? 'the same plans' : 'other plans'}`,
    )
    return isSame && growth <= mostGrowth
  })
  return little.every(Boolean)
}

/** What is held to a time at every size: sums for each district, and two of the province's tables. */
async function tablesOf(pool: Pool): Promise<readonly MeasuredTable[]> {
  const catalogue = await loadCatalogue(pool, on)
  const series = await communeSeries(pool)
  const districts = [...catalogue.areas.values()].filter(({ level }) => level === 'district').map(({ code }) => code)
  const ten = series.slice(0, 10)
  const months = monthsOf(period('2025', 'statistical'))
  const labelsOfYear = months.map(({ label }) => label)
  const districtSums: MeasuredTable = {
    name: '10 indicators × 12 months summed from communes to all districts',
    target: 30,
    series: ten,
    read: table(ten, districts, labelsOfYear),
    plain: () => plainSums(pool, { series: ten, spans: months, above: 'district' }),
  }
  const spans = labels.flatMap((label) => monthsOf(period(label, 'statistical')))
  const provinceTable = (rows: number, target: number): MeasuredTable => {
    const some = series.slice(0, rows)
    return {
      name: `table of ${some.length} rows × ${labels.length} readings from 157 communes`,
      target,
      series: some,
      read: table(some, ['83'], labels),
      plain: () => plainSums(pool, { series: some, spans, above: 'province' }),
    }
  }
  return [districtSums, provinceTable(40, 100), provinceTable(90, 200)]
}

async function benchSize(millions: number): Promise<SizeBenched> {
  const { pool, close } = await filledDatabase(millions)
  try {
    console.log(`-- ${millions} million figures`)
    const tables = await tablesOf(pool)
    // Before anything else has read a figure, so that the pages of the first are counted.
    const touched = await touchedBy(pool, tables)
    const met: boolean[] = []
    for (const one of tables) met.push(await measureTable(pool, one))
    const movedCell = {
      indicator: cell.indicator,
      area: cell.area as AreaCode,
      period: period('2025-06', 'statistical'),
    }
    met.push(
      await measure({
        name: 'what one saved cell makes read anew',
        target: 10,
        before: () => saveOne(pool, cell),
        ours: () => inSnapshot(pool, (db) => readHangingOn(db, as, movedCell)),
      }),
      await measure({
        name: 'every derived indicator for every area and month of a year',
        target: 5_000,
        rounds: 2,
        ours: () => inSnapshot(pool, (db) => readDerivedOfYear(db, as, { year: 2025, calendar: 'statistical' })),
      }),
    )
    return { millions, isMet: met.every(Boolean), touched }
  } finally {
    await close()
  }
}

const sizes = (process.env.BENCH_MILLIONS ?? '10').split(',').map(Number)
const benched: SizeBenched[] = []
for (const millions of sizes) benched.push(await benchSize(millions))
const isEvenMet = benched
  .slice(1)
  .map((larger) => growsLittle(benched[0] as SizeBenched, larger))
  .every(Boolean)
if (!benched.at(-1)?.isMet || !isEvenMet) process.exitCode = 1
