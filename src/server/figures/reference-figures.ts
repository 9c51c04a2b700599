/**
 * Figures that came with the reference data: targets of the council since 2016, results told to the press, and the
 * winter–spring rice of the statistics office. They are published, each with its source; nothing here is illustrative.
 * Loading twice changes nothing.
 */

import path from 'node:path'
import { localDate } from '#core/period/local-date.ts'
import { parsePeriod } from '#core/period/period.ts'
import { type Span, spanKey, spanOf } from '#core/period/span.ts'
import { exact, plus, times, toText } from '#core/quantity/exact.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { type Catalogue, type CsvRecord, loadCatalogue, readCsv, referenceFolder, spanIds } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import { type Db, type Pool, transaction } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import type { NewValue } from './edition.ts'
import { addEdition, promote } from './promote.ts'
import { hasReferenceEditions } from './queries.ts'

/** A figure as its source states it, with the measure of the source. */
interface Stated {
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

export async function loadReferenceFigures(pool: Pool, folder = referenceFolder): Promise<void> {
  await transaction(pool, async (db) => {
    if (await hasReferenceEditions(db)) return
    const stated = [
      ...readCsv(path.join(folder, 'plan-targets.csv')).flatMap(statedByRecord),
      ...readCsv(path.join(folder, 'rice-winter-spring.csv')).flatMap(statedByRice),
    ]
    const at = await databaseNow(db)
    const catalogue = await loadCatalogue(db, localDay(at))
    for (const edition of Map.groupBy(stated, editionKey).values()) await load(db, { catalogue, at }, edition)
  })
}

/** One edition per source, kind of statement and last day. */
function editionKey({ plan, vintage, source, confidence, span }: Stated): string {
  return JSON.stringify([plan, vintage, source, confidence, span.to])
}

function statedByRecord(record: CsvRecord): readonly Stated[] {
  const { year_or_period: label = '', indicator_code: indicator = '', target = '', result = '' } = record
  const span = parsePeriod(label, 'statistical')?.span
  invariant(span !== undefined, `«${label}» names a period`)
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

interface Loading {
  readonly catalogue: Catalogue
  readonly at: string
}

async function load(db: Db, { catalogue, at }: Loading, stated: readonly Stated[]): Promise<void> {
  const [first] = stated
  invariant(first !== undefined, 'an edition states something')
  const spans = await spanIds(
    db,
    stated.map((one) => one.span),
  )
  const values = stated.map((one) => newValue(one, { catalogue, spans }))
  const issuer = first.plan === null ? 'CTK' : 'UBND-TINH'
  const agencyId = [...catalogue.agencies.values()].find((agency) => agency.code === issuer)?.id
  invariant(agencyId !== undefined, `agency ${issuer} is in the reference data`)
  const { source, confidence } = first
  const edition = { submissionId: null, version: 1, sending: 1, origin: 'reference' as const, source, confidence }
  const editionId = await addEdition(db, { ...edition, agencyId, periodEnd: first.span.to }, values)
  for (const level of ['sent', 'accepted', 'published'] as const) await promote(db, { editionId, level, at })
}

function newValue(
  stated: Stated,
  { catalogue, spans }: { readonly catalogue: Catalogue; readonly spans: ReadonlyMap<string, number> },
): NewValue {
  const indicator = catalogue.indicators.get(stated.indicator)
  const plan = catalogue.plans.find((one) => one.code === stated.plan)
  const spanId = spans.get(spanKey(stated.span))
  invariant(indicator !== undefined && spanId !== undefined, `indicator ${stated.indicator} is in the reference data`)
  invariant(stated.plan === null || plan !== undefined, `plan ${stated.plan} is in the reference data`)
  const [value = '', upper] = stated.text.split('-').map((part) => inMeasure(part, stated.measure, indicator.measure))
  return {
    indicatorId: indicator.id,
    spanId,
    spanTo: stated.span.to,
    areaId: catalogue.provinceId,
    breakdownId: 0,
    planVersionId: plan?.id ?? 0,
    vintage: stated.vintage,
    kind: upper === undefined ? 'number' : 'range',
    value,
    upperValue: upper ?? null,
    note: stated.note,
  }
}

/** Exact and explicit: thousands become ones, «% tăng» becomes an index with the same period of last year at 100. */
export function inMeasure(text: string, stated: string, kept: string): string {
  const value = exact(text)
  if (stated === kept) return toText(value)
  if (stated === `nghìn ${kept}`) return toText(times(value, exact('1000')))
  invariant(stated === '% tăng' && kept === '%', `${stated} is told in ${kept}`)
  return toText(plus(value, exact('100')))
}
