/**
 * The bulk way in (nạp hàng loạt): a hundred to a hundred thousand figures of one agency as one edition, all or nothing. A
 * figure that holds already exactly so is not said again. What is new goes into the history with its row, and is promoted
 * as every edition is; a later edition keeps holding over it. The same message taken twice changes nothing.
 * Several agencies in one transaction: in the order of their ids.
 */

import { type Problem, type Result, refuse } from '#contract/problems.ts'
import { canonicalLabel } from '#core/period/period.ts'
import { type Span, spanKey } from '#core/period/span.ts'
import { digestOfBatch, recordEvent } from '../audit/index.ts'
import { loadCatalogue, spanIds } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { publishAll } from '../platform/feed.ts'
import { localDay } from '../platform/local-time.ts'
import { type Batch, type Entered, mostFigures, type Preview } from './bulk.ts'
import { checkFigures, type KnownFigure } from './bulk-check.ts'
import { loadDirectory } from './bulk-directory.ts'
import * as queries from './bulk-queries.ts'
import { promoteThrough } from './promote.ts'

/** Shape: every refused row with its number, or what was written. Refuses a batch that is empty or too large as a whole. */
export async function enterFigures(db: Db, batch: Batch): Promise<Result<Entered>> {
  await queries.lockAgency(db, batch.agencyId)
  const earlier = await queries.batchOf(db, batch)
  if (earlier) return repeated(batch, earlier)
  const checked = await check(db, batch)
  if (checked.refused.length > 0) return { ok: false, problems: checked.refused }
  const { comparing, labels } = await stage(db, batch, checked.known)
  const { isUnheard, ...compared } = await queries.keepStaged(db, comparing, batch)
  const isNew = compared.added + compared.changed > 0
  const editionId = isNew ? comparing.edition.id : null
  if (isNew) {
    await queries.insertBatchEdition(db, batch, comparing.edition)
    await promoteThrough(db, { editionId: comparing.edition.id, level: batch.level, at: batch.at, isUnheard })
    await announce(db, batch, { editionId: comparing.edition.id, labels })
  }
  await queries.insertBatch(db, batch, { ...compared, editionId })
  await journal(db, batch, editionId)
  return { ok: true, value: { ...compared, editionId, isRepeat: false } }
}

/** The same without writing anything but spans that were never used before; rows that are refused are left out of the counts. */
export async function previewFigures(db: Db, batch: Batch): Promise<Preview> {
  await queries.lockAgency(db, batch.agencyId)
  const { known, refused } = await check(db, batch)
  const isRepeat = (await queries.batchOf(db, batch)) !== undefined
  if (known.length === 0) return { added: 0, changed: 0, unchanged: 0, outdated: 0, oddities: [], refused, isRepeat }
  const { comparing } = await stage(db, batch, known)
  return { ...(await queries.compareStaged(db, comparing)), refused, isRepeat }
}

function repeated({ message }: Batch, earlier: queries.BatchRow): Result<Entered> {
  if (earlier.content_hash !== message.hash) {
    return refuse('figures.message-reused', { message: message.id, sender: message.sender })
  }
  const { edition_id: editionId, added, changed, unchanged } = earlier
  return { ok: true, value: { editionId, added, changed, unchanged, outdated: 0, oddities: [], isRepeat: true } }
}

interface Checked {
  readonly known: readonly KnownFigure[]
  readonly refused: readonly Problem[]
}

async function check(db: Db, batch: Batch): Promise<Checked> {
  const count = batch.figures.length
  if (count === 0) return { known: [], refused: refuse('figures.none').problems }
  if (count > mostFigures)
    return { known: [], refused: refuse('figures.too-many', { count, limit: mostFigures }).problems }
  return checkFigures(batch, await loadDirectory(db, batch))
}

interface Staged {
  readonly comparing: queries.Comparing
  /** Names of the spans, by id. */
  readonly labels: ReadonlyMap<number, string>
}

async function stage(db: Db, batch: Batch, known: readonly KnownFigure[]): Promise<Staged> {
  const periods = [...new Set(known.map((one) => one.period))]
  const spans: readonly Span[] = periods.flatMap(({ span, previous }) => [span, previous])
  const ids = await spanIds(db, spans)
  const idOf = (span: Span) => ids.get(spanKey(span)) ?? 0
  const placed = new Map(
    periods.map((period) => [period, { spanId: idOf(period.span), previousSpanId: idOf(period.previous) }]),
  )
  await queries.stageFigures(db, withSpans(known, placed))
  const periodEnd = batch.periodEnd ?? endsOf(periods.map(({ span }) => span)).last
  const edition = { ...(await queries.nextEdition(db, batch.agencyId, periodEnd)), periodEnd }
  return {
    comparing: { agencyId: batch.agencyId, level: batch.level, edition, ends: endsOf(spans) },
    labels: new Map(periods.map(({ span }) => [idOf(span), canonicalLabel(span) ?? spanKey(span)])),
  }
}

type SpanIds = Pick<queries.StagedFigure, 'spanId' | 'previousSpanId'>

function* withSpans(
  known: readonly KnownFigure[],
  placed: ReadonlyMap<KnownFigure['period'], SpanIds>,
): Iterable<queries.StagedFigure> {
  for (const one of known) {
    const ids = placed.get(one.period)
    if (ids) yield { ...one, ...ids }
  }
}

function endsOf(spans: readonly Span[]): queries.Comparing['ends'] {
  const days = spans.map(({ to }) => to).sort()
  return { first: days.at(0) ?? '', last: days.at(-1) ?? '' }
}

interface Announcing {
  readonly editionId: string
  readonly labels: Staged['labels']
}

/** One change for each indicator, naming the periods and areas it moved in. */
async function announce(db: Db, batch: Batch, { editionId, labels }: Announcing): Promise<void> {
  const catalogue = await loadCatalogue(db, localDay(batch.at))
  const codes = new Map([...catalogue.indicators.values()].map((one) => [one.id, one.code]))
  const moved = await queries.movedBy(db, editionId)
  await publishAll(
    db,
    moved.map((one) => ({
      topic: 'figures' as const,
      agencyId: batch.agencyId,
      receiverId: batch.receiverId ?? null,
      level: batch.level,
      payload: {
        edition: editionId,
        indicator: codes.get(one.indicator_id) ?? '',
        areas: one.area_ids.map((id) => catalogue.areas.get(id)?.code ?? ''),
        periods: one.span_ids.map((id) => labels.get(id) ?? ''),
      },
    })),
  )
}

/** The digest is what `verify` lays beside the edition; a batch in which nothing was new has none. */
async function journal(db: Db, batch: Batch, editionId: string | null): Promise<void> {
  await recordEvent(db, {
    action: 'figures.enter',
    accountId: batch.by,
    agencyId: batch.actingAgencyId,
    ...(batch.requestId !== undefined && { requestId: batch.requestId }),
    ...(batch.address !== undefined && { address: batch.address }),
    object: editionId === null ? `agency:${batch.agencyId}` : `edition:${editionId}`,
    outcome: 'done',
    reason: editionId === null ? '' : await digestOfBatch(db, editionId),
  })
}
