/** The release times to come, as a table of the terminal. */
import { canonicalLabel } from '#core/period/period.ts'
import { spanKey, spanOf } from '#core/period/span.ts'
import { comingReleases, loadCatalogue } from '../catalogue/index.ts'
import { peopleById } from '../identity/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Pool } from '../platform/database.ts'
import { fullTime, localDay } from '../platform/local-time.ts'

const head = ['Chỉ tiêu', 'Tên', 'Kỳ', 'Giờ công bố', 'Người đặt']
const setInDatabase = '(đặt trong cơ sở dữ liệu)'

/** Lines of the table, in the order in which the times come. */
export async function listReleases(pool: Pool): Promise<readonly string[]> {
  const now = await databaseNow(pool)
  const coming = await comingReleases(pool, now)
  if (coming.length === 0) return ['Không có giờ công bố nào sắp tới.']
  const { indicators } = await loadCatalogue(pool, localDay(now))
  const people = await peopleById(
    pool,
    coming.flatMap(({ setBy }) => setBy ?? []),
  )
  return table([
    head,
    ...coming.map(({ code, calendar, from, to, releasedAt, setBy }) => {
      const span = spanOf(calendar, from, to)
      const person = setBy === null ? undefined : people.get(setBy)
      const by = person ? `${person.name} (${person.login})` : setInDatabase
      return [code, indicators.get(code)?.name ?? '', canonicalLabel(span) ?? spanKey(span), fullTime(releasedAt), by]
    }),
  ])
}

function table(lines: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  return lines.map((line) =>
    line
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
