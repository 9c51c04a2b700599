/**
 * What a reporter types into one edition of a form. Year to date follows the rule of revision: last year to date, less
 * last month's estimate, plus its revised value, plus this month's estimate. Where nothing occurred the reporter says
 * so, and a figure that has not come in yet stays «chưa có số», never 0.
 */
import { cellRole, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { absent, type CellValue, nothing, number } from '#core/quantity/cell-value.ts'
import { draw, sway } from './draw.ts'
import type { Levels, Month } from './levels.ts'
import { estimateOf, type Place, provinceArea, revisedOf, truthOf } from './truth.ts'

export interface Filling {
  readonly levels: Levels
  readonly agency: string
  /** Area of the sheet. */
  readonly area: string
  readonly month: Month
  /** The first month of the demonstration: earlier ones are taken as they were in the end. */
  readonly first: Month
  /** Whether this agency's report of the month went out, so that the next one shows it pre-filled. */
  readonly wasSent: (month: Month) => boolean
}

export interface TypedCell {
  readonly row: string
  readonly column: string
  readonly value: CellValue
  readonly note: string
}

export function fillForm(rows: readonly FormRow[], columns: readonly FormColumn[], it: Filling): readonly TypedCell[] {
  return rows.flatMap((row) =>
    columns.flatMap((column): TypedCell[] => {
      if (cellRole(row, column) !== 'typed' || row.indicator === undefined) return []
      const place = { agency: it.agency, indicator: row.indicator, area: row.area ?? it.area, decimals: row.decimals }
      const said = column.role === 'prefilled' ? previousValue(it, place) : entryValue(it, { place, column, row })
      return said === undefined ? [] : [{ row: row.key, column: column.key, ...said }]
    }),
  )
}

type Said = Pick<TypedCell, 'value' | 'note'>

const revisionReasons = [
  'Cập nhật theo số thực hiện đến cuối tháng.',
  'Bổ sung số liệu các đơn vị báo muộn.',
  'Đối chiếu lại với huyện, thành phố.',
  'Rà soát, loại phần ước trùng.',
]

/** Only what differs from the figure shown is typed, with the reason. */
function previousValue(it: Filling, place: Place): Said | undefined {
  const before = monthBefore(it.month)
  const wasShown = !isEarlier(before, it.first) && it.wasSent(before) && !isAwaited(it, place, before)
  const revised = wasShown ? revisedOf(it.levels, place, before) : truthOf(it.levels, place, before)
  if (revised === null) return undefined
  if (!wasShown) return { value: flowValue(revised, place), note: '' }
  const reason = Math.floor(draw('reason', place.agency, place.indicator, before.year, before.month) * 4)
  return { value: flowValue(revised, place), note: revisionReasons[reason] ?? '' }
}

interface Entry {
  readonly place: Place
  readonly column: FormColumn
  readonly row: FormRow
}

function entryValue(it: Filling, { place, column, row }: Entry): Said {
  const months = it.levels.of(place.indicator).months
  const isFlow = months !== null
  const said = (steps: number): Said => ({ value: isFlow ? flowValue(steps, place) : figure(steps, place), note: '' })
  const now = estimateOf(it.levels, place, it.month)
  switch (column.offset) {
    case 'month':
      return isAwaited(it, place, it.month) ? { value: absent, note: 'Chưa nhận đủ số của cơ sở.' } : said(now)
    case 'yearToDate':
      if (isAwaited(it, place, it.month)) return { value: absent, note: '' }
      return said(isFlow ? yearToDate(it, place) : meanOfYear(it, place))
    case 'nextMonth':
      return said(nextEstimate(it, place))
    case 'halfYear':
      return said(isFlow ? yearToDate(it, place) + nextEstimate(it, place) : meanOfYear(it, place))
    case 'year':
      return said(yearEstimate(it, place, isFlow))
    case 'nextYear':
      return said(nextPlan(it, { place, isFlow, indicator: row.indicator ?? '' }))
    default:
      return { value: absent, note: '' }
  }
}

/** Now and then a figure of a department's own survey is late. */
function isAwaited(it: Filling, place: Place, month: Month): boolean {
  const isSurveyed = place.area === provinceArea && ['NN.09', 'CN.03.4', 'VT.02', 'YT.07'].includes(place.indicator)
  return (
    isSurveyed &&
    isEarlier(it.first, month) &&
    month.month !== 5 &&
    draw('awaited', place.indicator, month.year, month.month) < 0.08
  )
}

function yearToDate(it: Filling, place: Place): number {
  let total = 0
  for (let month = 1; month < it.month.month; month += 1) {
    const at = { year: it.month.year, month }
    total += isEarlier(at, it.first)
      ? truthOf(it.levels, place, at)
      : (revisedOf(it.levels, place, at) ?? estimateOf(it.levels, place, at))
  }
  return total + estimateOf(it.levels, place, it.month)
}

/** A published index of the year so far; a rate or a stock stays what it is. */
function meanOfYear(it: Filling, place: Place): number {
  let total = 0
  for (let month = 1; month <= it.month.month; month += 1) total += truthOf(it.levels, place, { ...it.month, month })
  return Math.round(total / it.month.month)
}

function nextEstimate(it: Filling, place: Place): number {
  const next = { year: it.month.year, month: it.month.month + 1 }
  return Math.round(
    truthOf(it.levels, place, next) * (1 + 0.02 * sway('next', place.agency, place.indicator, next.year)),
  )
}

function yearEstimate(it: Filling, place: Place, isFlow: boolean): number {
  const { year, month } = it.month
  if (!isFlow) return truthOf(it.levels, place, { year, month: 12 })
  let total = yearToDate(it, place)
  for (let rest = month + 1; rest <= 12; rest += 1) total += truthOf(it.levels, place, { year, month: rest })
  return total
}

function nextPlan(
  it: Filling,
  { place, isFlow, indicator }: { place: Place; isFlow: boolean; indicator: string },
): number {
  const { growth } = it.levels.of(indicator)
  const year = it.month.month === 12 && isFlow ? yearToDate(it, place) : yearEstimate(it, place, isFlow)
  return rounded(year * (1 + (growth + 1) / 100))
}

/** Plans are round numbers: three leading digits. */
export function rounded(steps: number): number {
  const unit = Number(`1e${Math.max(0, String(Math.abs(Math.round(steps))).length - 3)}`)
  return Math.round(steps / unit) * unit
}

/** A month in which a flow brought nothing is declared, not left at 0. */
function flowValue(steps: number, place: Place): CellValue {
  return steps === 0 ? nothing : figure(steps, place)
}

export function figure(steps: number, { decimals }: Pick<Place, 'decimals'>): CellValue {
  const digits = String(Math.abs(steps)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`
  return number(`${steps < 0 ? '-' : ''}${whole}${fraction}`)
}

export function monthBefore({ year, month }: Month): Month {
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 }
}

export function isEarlier(a: Month, b: Month): boolean {
  return a.year < b.year || (a.year === b.year && a.month < b.month)
}
