/** The figures of a file, one row each, as the reading engine takes them. */

import { planIssuerNamed } from '#core/figure/plan-issuer.ts'
import { type Vintage, vintages } from '#core/figure/vintage.ts'
import type { Reference } from '#core/formula/formula.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { type Period, parsePeriod } from '#core/period/period.ts'
import type { Calendar } from '#core/period/span.ts'
import { absent, type CellValue, notApplicable, nothing, sameValue } from '#core/quantity/cell-value.ts'
import { decimalText, maxDecimals, maxIntegerDigits } from '#core/quantity/exact.ts'
import { foldText, inCodeOrder } from '#core/quantity/text.ts'
import { parseTyped, plainNumberIn, shownText } from '#core/quantity/vietnamese-number.ts'
import type { ListedFigure } from '#core/reading/listed-source.ts'
import { readingKey, type Scenario } from '#core/reading/place.ts'
import { readTable, type TableRow, type Unreadable, unreadable } from './read-table.ts'

export const figureColumns = ['indicator', 'area', 'breakdown', 'period', 'scenario', 'vintage', 'value'] as const
type Column = (typeof figureColumns)[number]

/** What is wrong in one column of one row. */
interface BadField {
  readonly column: Column
  readonly says: string
}

/** Refuses the whole file for one row that cannot be read, and for two rows that say different things of one figure. */
export function readFigures(
  path: string,
  calendar: Calendar,
): { readonly ok: true; readonly figures: readonly ListedFigure[] } | Unreadable {
  const table = readTable(path, figureColumns)
  if (!table.ok) return table
  const figures = new Map<string, FigureOfLine>()
  for (const row of table.rows) {
    if ('says' in row) return row
    const figure = figureOf(row, calendar)
    if ('says' in figure) return unreadable(path, `dòng ${row.line}, cột ${figure.column}: ${figure.says}`)
    const key = `${readingKey(figure.reference, { ...figure, vintage: figure.vintage ?? 'best' })}`
    const other = figures.get(key)
    if (other && !sameValue(other.value, figure.value)) {
      return unreadable(
        path,
        `dòng ${row.line}, cột value: khác với dòng ${other.line} nói về cùng một số liệu. Hãy giữ một dòng.`,
      )
    }
    figures.set(key, figure)
  }
  return { ok: true, figures: [...figures.values()] }
}

interface FigureOfLine extends ListedFigure {
  readonly line: number
}

function figureOf({ field, line }: TableRow, calendar: Calendar): FigureOfLine | BadField {
  const code = field('indicator')
  const area = field('area') as AreaCode
  if (code === '') return { column: 'indicator', says: 'thiếu mã chỉ tiêu. Hãy ghi, ví dụ NN.03.' }
  if (area === '') return { column: 'area', says: 'thiếu mã địa bàn. Hãy ghi, ví dụ 836.' }
  const period = parsePeriod(field('period'), calendar)
  if (!period) return { column: 'period', says: `«${field('period')}» không phải kỳ như ${examplePeriods}.` }
  const vintage = vintageOf(field('vintage'))
  if (vintage === undefined) {
    return { column: 'vintage', says: `«${field('vintage')}» không phải estimate, preliminary, official hay để trống.` }
  }
  const value = cellOf(field('value'))
  if (!value) return { column: 'value', says: whyNoValue(field('value')) }
  const scenario = scenarioOf(field('scenario'))
  if (!scenario) return { column: 'scenario', says: `«${field('scenario')}» có phải actual? Kế hoạch viết plan:HĐND.` }
  const place: { readonly area: AreaCode; readonly period: Period } = { area, period }
  const reference: Reference = { code, members: membersOf(field('breakdown')) }
  return { line, reference, ...place, scenario, vintage: scenario.kind === 'plan' ? null : vintage, value }
}

export const examplePeriods = '2021-07, 2021-YTD07, 2021-Q3, 2021-6M, 2021-9M, 2021'

function membersOf(text: string): readonly string[] {
  if (text === '') return []
  const members = text.split(/[,;]/).map((member) => member.trim())
  return [...new Set(members.filter((member) => member !== ''))].sort(inCodeOrder)
}

const actual: Scenario = { kind: 'actual' }
/** «plan:HĐND», «plan-UBND», «kế hoạch (phấn đấu)». */
const afterPlan = /^(?:plan|kế hoạch)[\s:/_(-]+(.+?)\)?$/iu

/**
 * Any word that is not `actual` names a plan, after `plan:` or alone: its issuer, or the code of its version. Undefined for
 * one that is all but `actual`: misspelt, it would hide a figure in a plan that nobody asks for.
 */
function scenarioOf(text: string): Scenario | undefined {
  if (text === '' || text === 'actual') return actual
  const word = foldText(text)
  if (word === 'actual' || word === 'thuc hien') return actual
  if (word.startsWith('ac')) return undefined
  const [, named] = afterPlan.exec(text) ?? []
  const version = word === 'plan' || word === 'ke hoach' ? '' : (named ?? text)
  return { kind: 'plan', version: planIssuerNamed(version) ?? version }
}

const spoken: Readonly<Record<string, Vintage | null>> = {
  best: null,
  uoc: 'estimate',
  'so bo': 'preliminary',
  'thuc hien': 'preliminary',
  'chinh thuc': 'official',
}

/** Null where the file does not say it; undefined for a word that names none. */
function vintageOf(text: string): Vintage | null | undefined {
  const exactly = vintages.find((vintage) => vintage === text)
  if (exactly || text === '') return exactly ?? null
  const word = foldText(text)
  return vintages.find((vintage) => vintage === word) ?? (Object.hasOwn(spoken, word) ? spoken[word] : undefined)
}

/** A number in another form is shown as what was probably meant, and never taken. */
function whyNoValue(text: string): string {
  const said = `«${shownText(text)}»`
  if (/^[-+−]?\d+(\.\d+)?$/.test(text)) {
    return `${said} quá dài: tối đa ${maxIntegerDigits} chữ số phần nguyên và ${maxDecimals} số lẻ.`
  }
  const typed = parseTyped(text)
  const meant = typed.ok ? typed.value : plainNumberIn('vi', typed.details.suggestion ?? '')
  const hint = meant === undefined ? '' : ` Có phải ${meant}?`
  return `${said} không phải số như -1234.5, hay -, x, để trống.${hint}`
}

const signs: Readonly<Record<string, CellValue>> = {
  '': absent,
  '…': absent,
  '...': absent,
  '-': nothing,
  '–': nothing,
  x: notApplicable,
  X: notApplicable,
  '×': notApplicable,
}

function cellOf(text: string): CellValue | undefined {
  if (Object.hasOwn(signs, text)) return signs[text]
  const value = decimalText(text.replace(/^[+]|^−/, (sign) => (sign === '+' ? '' : '-')))
  return value === undefined ? undefined : { kind: 'number', value }
}
