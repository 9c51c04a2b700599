/** What the formula command is asked for on the command line, and how it is called. */
import type { AreaCode } from '#core/indicator/indicator.ts'
import { type Period, parsePeriod } from '#core/period/period.ts'
import { calendars } from '#core/period/span.ts'
import { asksForHelp, commandArguments, isMisread, type Misread } from '../platform/command-arguments.ts'
import { examplePeriods, figureColumns } from './read-figures.ts'

export const usage = `Cách dùng:
  npx baocao formula '<công thức>' --figures <tệp.csv> --at <mã địa bàn> --period <kỳ>
      [--calendar statistical|administrative] [--areas <tệp.csv>] [--indicators <tệp.csv>]
Cột của tệp số liệu: ${figureColumns.join(',')}. Thay tên tệp bằng - để đọc từ đầu vào chuẩn.
Kỳ: ${examplePeriods}
Kết quả là một đối tượng JSON. Mã thoát: 0 tính được hoặc có lý do không có số, 1 công thức bị từ chối,
2 gọi sai hoặc không đọc được tệp.`

export interface Asked {
  readonly expression: string
  readonly figures: string
  readonly area: AreaCode
  readonly period: Period
  readonly areas: string | undefined
  readonly indicators: string | undefined
}

const text = { type: 'string' } as const
const options = { figures: text, at: text, period: text, calendar: text, areas: text, indicators: text } as const

/** What was asked, `help`, or what is wrong with the call, in a sentence. */
export function readArguments(args: readonly string[]): Asked | 'help' | Misread {
  if (asksForHelp(args)) return 'help'
  const given = commandArguments(expressionLast(args), options)
  if (isMisread(given)) return given
  const { values, positionals } = given
  const [expression, ...others] = positionals
  if (expression === undefined) return { says: 'Thiếu công thức.' }
  if (others.length > 0) return { says: `Thừa «${others.join(' ')}». Hãy đặt công thức trong dấu nháy đơn.` }
  const { figures, at, calendar = 'statistical', areas, indicators } = values
  if (!figures || !at || !values.period) return { says: 'Thiếu --figures, --at hoặc --period.' }
  const followed = calendars.find((known) => known === calendar)
  if (!followed) return { says: `Không có lịch «${calendar}». Hãy viết ${calendars.join(' hoặc ')}.` }
  const period = parsePeriod(values.period, followed)
  if (!period) return { says: `«${values.period}» không phải kỳ báo cáo. Hãy viết như ${examplePeriods}.` }
  return { expression: expression.normalize('NFC'), figures, area: areaOf(at), period, areas, indicators }
}

/** Spelt as the files are read: composed, without blanks around it. */
function areaOf(given: string): AreaCode {
  return given.normalize('NFC').trim() as AreaCode
}

/** A formula may begin with a minus, which would be read as an option: none of ours is one letter. */
function expressionLast(args: readonly string[]): string[] {
  const isMinus = (arg: string) => /^-[^-]/.test(arg)
  const formulas = args.includes('--') ? [] : args.filter(isMinus)
  return formulas.length === 0 ? [...args] : [...args.filter((arg) => !isMinus(arg)), '--', ...formulas]
}
