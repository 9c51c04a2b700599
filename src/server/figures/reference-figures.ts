/**
 * Figures that came with the reference data: targets of the council since 2016, results told to the press, and the
 * winter–spring rice of the statistics office. They are published, each with its source; nothing here is illustrative.
 * They are loaded once: what the files say otherwise afterwards is told, and left alone.
 */
import { canonicalLabel } from '#core/period/period.ts'
import { spanKey, spanOf } from '#core/period/span.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { type Catalogue, listedCodes, loadCatalogue, referenceFolder, spanIds } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import { type Db, type Pool, transaction } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import type { NewValue } from './edition.ts'
import { addEdition, promote } from './promote.ts'
import { hasReferenceEditions } from './queries.ts'
import { type ReferenceValue, selectReferenceValues } from './reference-figures-queries.ts'
import { keptValue, type Stated, statedFigures } from './stated-figures.ts'

/** Returns what of the files is not taken over, in words; nothing the first time. */
export async function loadReferenceFigures(
  pool: Pool,
  stated: readonly Stated[] = statedFigures(referenceFolder),
): Promise<readonly string[]> {
  return transaction(pool, async (db) => {
    const at = await databaseNow(db)
    const catalogue = await loadCatalogue(db, localDay(at))
    if (await hasReferenceEditions(db)) {
      const given = stated.map((one) => asKept(one, catalogue))
      return notTaken(given, await selectReferenceValues(db))
    }
    for (const edition of Map.groupBy(stated, editionKey).values()) await load(db, { catalogue, at }, edition)
    return []
  })
}

function asKept(stated: Stated, catalogue: Catalogue): ReferenceValue {
  const { indicator, span, plan, vintage, note, source, confidence } = stated
  const { value, upperValue } = keptValue(stated, catalogue)
  return { indicator, from: span.from, to: span.to, plan, vintage, value, upperValue, note, source, confidence }
}

/** Whichever side says what the other does not. */
function notTaken(given: readonly ReferenceValue[], known: readonly ReferenceValue[]): readonly string[] {
  const lacking = (these: readonly ReferenceValue[], those: readonly ReferenceValue[]) => {
    const keys = new Set(those.map(valueKey))
    return these.filter((one) => !keys.has(valueKey(one)))
  }
  const places = new Set([...lacking(given, known), ...lacking(known, given)].map(placeOf))
  if (places.size === 0) return []
  return [
    `Số liệu trong plan-targets.csv hoặc rice-winter-spring.csv khác với lần nạp đầu mà chưa được nạp: ${listedCodes([...places])}.`,
    'Số đã công bố vẫn như cũ. Hãy nạp số mới bằng npx baocao import, và để hai tệp như lần nạp đầu.',
  ]
}

function valueKey(one: ReferenceValue): string {
  const { indicator, from, to, plan, vintage, value, upperValue, note, source, confidence } = one
  return JSON.stringify([indicator, from, to, plan, vintage, value, upperValue, note, source, confidence])
}

function placeOf({ indicator, from, to }: ReferenceValue): string {
  const span = spanOf('statistical', from, to)
  return `${indicator} ${canonicalLabel(span) ?? spanKey(span)}`
}

/** One edition per source, kind of statement and last day. */
function editionKey({ plan, vintage, source, confidence, span }: Stated): string {
  return JSON.stringify([plan, vintage, source, confidence, span.to])
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
  const spanId = spans.get(spanKey(stated.span))
  invariant(spanId !== undefined, 'the spans of all were asked for')
  const kept = keptValue(stated, catalogue)
  return {
    ...kept,
    spanId,
    spanTo: stated.span.to,
    areaId: catalogue.provinceId,
    breakdownId: 0,
    vintage: stated.vintage,
    kind: kept.upperValue === null ? 'number' : 'range',
    note: stated.note,
  }
}
