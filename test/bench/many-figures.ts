/**
 * Millions of figures to measure on: years of months as nine districts and the departments would have reported them.
 * Departments speak of the province and its districts in every indicator, districts of themselves in some and of their
 * communes in as many series as it takes to reach the number asked for. Most figures have an estimate and, from the next
 * month's report, a preliminary value; some are corrected by a second version, some are absent, «–» or never said.
 * The same number always gives the same figures. Indexes are those of the schema, built after filling.
 */
import type { Pool } from '#server/platform/database.ts'
import * as sql from './many-figures-sql.ts'

export interface Filling {
  /** Rows of `reported_values`, in millions, to within a few thousand. */
  readonly millions: number
  /** Ten, if not given; the last is 2025. What the database already holds stays and is not said again. */
  readonly years?: number
}

export interface Filled {
  readonly figures: number
  readonly revisions: number
  /** Of both tables with their indexes. */
  readonly bytes: number
  readonly seconds: number
}

const lastYear = 2025

/** One session: its temporary tables hold what is being made. */
export async function fillFigures(owner: Pool, { millions, years = 10 }: Filling): Promise<Filled> {
  const start = performance.now()
  const firstYear = lastYear + 1 - years
  const client = await owner.connect()
  const run = async (text: string, values: readonly unknown[] = []) => (await client.query(text, [...values])).rows
  try {
    for (const text of sql.settings) await client.query(text)
    await run(sql.makeMonths, [firstYear, years])
    await run(sql.makeSpans)
    const [{ least, series }] = (await run(sql.sizes, [years])) as [{ least: number; series: number }]
    const communes = Math.max(0, Math.round((millions * 1_000_000 - least) / series))
    await run(sql.makeBreakdowns, [communes])
    await run(sql.makeSeries, [communes])
    for (const text of [...sql.makeEditions, sql.makeReports]) await run(text)
    const indexes = (await run(sql.indexes)) as { drop: string; create: string }[]
    for (const { drop } of indexes) await client.query(drop)
    for (let year = firstYear; year <= lastYear; year++) {
      await run(sql.makeYear, [year])
      for (const text of sql.keepYear) await client.query(text)
    }
    for (const { create } of [...indexes].reverse()) await client.query(create)
    for (const text of sql.settle) await client.query(text)
    const [told] = (await run(sql.told)) as [Omit<Filled, 'seconds'>]
    const filled = { ...told, seconds: (performance.now() - start) / 1000 }
    console.log(
      `${filled.figures} figures, ${filled.revisions} revisions made in ${filled.seconds.toFixed(0)} s, ${(filled.bytes / 1e9).toFixed(1)} GB`,
    )
    return filled
  } finally {
    client.release(true)
  }
}
