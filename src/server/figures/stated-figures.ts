/**
 * Figures that come with the reference data as their sources state them, and as the database keeps them: in the measure of
 * the indicator. A row that names nothing known is refused.
 */
import path from 'node:path'
import { localDate } from '#core/period/local-date.ts'
import { parsePeriod } from '#core/period/period.ts'
import { type Span, spanOf } from '#core/period/span.ts'
import { exact, plus, times, toText } from '#core/quantity/exact.ts'
import { type Catalogue, type CsvRecord, readCsv } from '../catalogue/index.ts'
import { StartupRefusal } from '../platform/startup-refusal.ts'

/** A figure as its source states it, with the measure of the source. */
export interface Stated {
  readonly indicator: string
  readonly span: Span
  readonly plan: string | null
  readonly vintage: 'plan' | 'estimate' | 'preliminary'
  readonly text: string
  readonly measure: string
  readonly source: string
  readonly confidence: string
  readonly note: string
}

export function statedFigures(folder: string): readonly Stated[] {
  return [
    ...readCsv(path.join(folder, 'plan-targets.csv')).flatMap(statedByRecord),
    ...readCsv(path.join(folder, 'rice-winter-spring.csv')).flatMap(statedByRice),
  ]
}

function statedByRecord(record: CsvRecord): readonly Stated[] {
  const { year_or_period: label = '', indicator_code: indicator = '', target = '', result = '' } = record
  const span = parsePeriod(label, 'statistical')?.span
  if (!span) throw new StartupRefusal(`plan-targets.csv: «${label}» không phải kỳ báo cáo; hãy ghi như 2025.`)
  const { unit: measure = '', source = '', confidence = '', note = '' } = record
  const shared = { indicator, span, measure, source, confidence, note }
  const vintage = note.startsWith('estimate') ? ('estimate' as const) : ('preliminary' as const)
  return [
    ...(target === '' ? [] : [{ ...shared, plan: `hdnd-${label}`, vintage: 'plan' as const, text: target }]),
    ...(result === '' ? [] : [{ ...shared, plan: null, vintage, text: result }]),
  ]
}

/** The source gives no days for the season; sowing to the end of harvest is taken as November to April, and said so. */
function statedByRice(record: CsvRecord): readonly Stated[] {
  const year = Number(/\d{4}$/.exec(record.season ?? '')?.[0])
  if (record.name !== 'Bến Tre') return []
  const shared = {
    span: spanOf('statistical', localDate(`${year - 1}-11-01`), localDate(`${year}-04-30`)),
    plan: null,
    vintage: 'preliminary' as const,
    source: 'Tổng cục Thống kê, biểu số liệu tháng, năng suất và sản lượng lúa Đông Xuân',
    confidence: 'sourced',
    note: `${record.season}: nguồn không ghi ngày; khoảng số liệu quy ước 01/11/${year - 1} – 30/4/${year}`,
  }
  return [
    { ...shared, indicator: 'NN.01.1', text: record.area_nghin_ha ?? '', measure: 'nghìn ha' },
    { ...shared, indicator: 'NN.02', text: record.yield_ta_ha ?? '', measure: 'tạ/ha' },
    { ...shared, indicator: 'NN.03', text: record.prod_nghin_tan ?? '', measure: 'nghìn tấn' },
  ]
}

export interface KeptValue {
  readonly indicatorId: number
  readonly planVersionId: number
  readonly value: string
  /** Of a range, else null. */
  readonly upperValue: string | null
}

export function keptValue(stated: Stated, catalogue: Catalogue): KeptValue {
  const indicator = catalogue.indicators.get(stated.indicator)
  if (!indicator) throw new StartupRefusal(`Số liệu danh mục: chưa có chỉ tiêu ${stated.indicator}.`)
  const plan = catalogue.plans.find((one) => one.code === stated.plan)
  if (stated.plan !== null && !plan) throw new StartupRefusal(`Số liệu danh mục: chưa có bản kế hoạch ${stated.plan}.`)
  const [value = '', upper] = stated.text.split('-').map((part) => inMeasure(part, stated.measure, indicator.measure))
  return { indicatorId: indicator.id, planVersionId: plan?.id ?? 0, value, upperValue: upper ?? null }
}

/** Exact and explicit: thousands become ones, «% tăng» becomes an index with the same period of last year at 100. */
export function inMeasure(text: string, stated: string, kept: string): string {
  const value = exact(text)
  if (stated === kept) return toText(value)
  if (stated === `nghìn ${kept}`) return toText(times(value, exact('1000')))
  if (stated !== '% tăng' || kept !== '%')
    throw new StartupRefusal(`Số liệu danh mục ghi theo «${stated}», chỉ tiêu theo «${kept}»; hãy đổi sang «${kept}».`)
  return toText(plus(value, exact('100')))
}
