/**
 * Days as people here write them, day first: 20/11/2026. A browser's own date field follows the language that the browser
 * was installed in, so that the first of November reads 11/01/2026 on an English one.
 */
import { parseLocalDate } from '#core/period/local-date.ts'

const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/

/** As the program keeps it, YYYY-MM-DD, which is taken too; '' for what is no day. */
export function dayOf(written: string): string {
  const text = written.trim()
  const [, day, month, year] = dayFirst.exec(text) ?? []
  if (day === undefined || month === undefined) return parseLocalDate(text) ?? ''
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? ''
}
