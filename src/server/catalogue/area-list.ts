/** The areas of a day, for whoever chooses one: the province, what belongs to no district, districts, communes. */
import type { z } from 'zod'
import type { areaList as shape } from '#contract/catalogue.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import type { Db } from '../platform/database.ts'
import { selectToday } from './indicator-queries.ts'
import { areas } from './readings.ts'

export async function areaList(db: Db, asked: LocalDate | undefined): Promise<z.infer<typeof shape>> {
  const on = asked ?? (await selectToday(db))
  const rows = await areas(db, on)
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  return {
    on,
    areas: rows.map(({ code, name, level, parentId }) => {
      return { code, name, level, parent: parentId === null ? null : (codes.get(parentId) ?? null) }
    }),
  }
}
