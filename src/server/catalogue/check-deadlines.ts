/**
 * Deadlines of a regime before it is loaded: rules that can be read, at least a working day after the end of data taking
 * (NĐ 09/2019/NĐ-CP, Đ.8.5.b), and the whole not due before the reports it is made of. Tried on the months of the years
 * whose days off are known; a longer period ends with one of them.
 */
import { z } from 'zod'
import { type DeadlineRule, deadlineOf, isTimeOfDay, leavesWorkingDay, toInstant } from '#core/period/deadline.ts'
import { type LocalDate, localDate } from '#core/period/local-date.ts'
import { type Period, period, periodName } from '#core/period/period.ts'
import { type HolidayKind, type Holidays, holidaysOf } from '#core/period/working-days.ts'
import type { CsvRecord } from './read-csv.ts'
import type { RegimeSource } from './reference-files.ts'

const time = z.string().refine(isTimeOfDay)
const onDayOff = z.enum(['next', 'previous', 'keep'])
const deadlineRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dayOfMonth'),
    monthOffset: z.number().int().min(0).max(12),
    day: z.number().int().min(1).max(31),
    time,
    onDayOff,
  }),
  z.strictObject({ kind: z.literal('workingDaysAfterCutoff'), days: z.number().int().min(0), time }),
  z.strictObject({ kind: z.literal('daysAfterCutoff'), days: z.number().int().min(0), time, onDayOff }),
  z.strictObject({ kind: z.literal('date'), date: z.iso.date().transform((day): LocalDate => localDate(day)), time }),
])

/** One sentence per fault. */
export function deadlineProblems(
  { code, calendar, deadlineRule: given, internalRules, consolidatedDeadline, consolidatedReceiver }: RegimeSource,
  days: readonly (CsvRecord & { readonly kind: HolidayKind })[],
): readonly string[] {
  const read = deadlineRule.safeParse(given)
  const internal = z.record(z.string(), deadlineRule).safeParse(internalRules)
  if (!read.success || !internal.success) return [`${code}: thời hạn của các cơ quan không đọc được.`]
  const holidays = holidaysOf(days.map(({ date = '', kind }) => ({ date: localDate(date), kind })))
  const months = monthsOf([...holidays.off], calendar === 'statistical' ? 'statistical' : 'administrative')
  const ofAgencies = tooEarly(read.data, { code, what: 'hạn các cơ quan gửi', months, holidays })
  if (consolidatedDeadline === undefined || consolidatedDeadline.rule === null) return ofAgencies
  const whole = deadlineRule.safeParse(consolidatedDeadline.rule)
  if (!whole.success) return [...ofAgencies, `${code}: thời hạn gửi báo cáo tổng hợp không đọc được.`]
  return [
    ...ofAgencies,
    ...(consolidatedDeadline.act.trim() === ''
      ? [`${code}: thời hạn gửi báo cáo tổng hợp phải nêu văn bản ấn định.`]
      : []),
    ...(consolidatedReceiver === undefined
      ? [`${code}: có thời hạn gửi báo cáo tổng hợp thì phải có cơ quan nhận.`]
      : []),
    ...tooEarly(whole.data, { code, what: 'hạn gửi báo cáo tổng hợp', months, holidays }),
    ...beforeItsParts({ code, whole: whole.data, parts: read.data, months, holidays }),
  ]
}

interface Tried {
  readonly code: string
  readonly months: readonly Period[]
  readonly holidays: Holidays
}

/** Of every year that has a day off on record. */
function monthsOf(days: readonly LocalDate[], calendar: 'administrative' | 'statistical'): readonly Period[] {
  const years = [...new Set(days.map((day) => day.slice(0, 4)))].sort()
  return years.flatMap((year) =>
    Array.from({ length: 12 }, (_, at) => period(`${year}-${String(at + 1).padStart(2, '0')}`, calendar)),
  )
}

function tooEarly(rule: DeadlineRule, { code, what, months, holidays }: Tried & { what: string }): readonly string[] {
  const month = months.find((one) => !leavesWorkingDay(rule, one, holidays))
  return month
    ? [`${code}: ${what} của ${periodName(month)} không để lại ngày làm việc nào sau ngày chốt số liệu.`]
    : []
}

function beforeItsParts(it: Tried & { whole: DeadlineRule; parts: DeadlineRule }): readonly string[] {
  const instantOf = (rule: DeadlineRule, month: Period) => {
    const { date, time: at } = deadlineOf(rule, month, it.holidays)
    return toInstant(date, at)
  }
  const month = it.months.find((one) => instantOf(it.whole, one) <= instantOf(it.parts, one))
  return month
    ? [`${it.code}: báo cáo tổng hợp ${periodName(month)} đến hạn trước hoặc cùng lúc với báo cáo của các cơ quan.`]
    : []
}
