/**
 * The bulk way in (nạp hàng loạt): a hundred to a hundred thousand figures of one agency as one edition, all or nothing. A
 * figure that holds already exactly so is not said again. What is new goes into the history with its row, and is promoted
 * as every edition is; a later edition keeps holding over it. The same message taken twice changes nothing.
 * Several agencies in one transaction: in the order of their ids.
 */

import { type Result, refuse } from '#contract/problems.ts'
import type { PendingReleases } from '#core/figure/visibility.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import { canonicalLabel } from '#core/period/period.ts'
import { type Span, spanKey } from '#core/period/span.ts'
import { inCodeOrder } from '#core/quantity/text.ts'
import { type BatchLine, digestOfBatch, recordEvent } from '../audit/index.ts'
import { type Catalogue, isWithheld, loadCatalogue, pendingReleases, spanIds } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { type NewChange, publishAll } from '../platform/feed.ts'
import { localDay } from '../platform/local-time.ts'
import { noteBreakdowns } from './breakdown-queries.ts'
import { type Batch, type Compared, type Entered, type GivenBatch, mostFigures, type Preview } from './bulk.ts'
import { type CheckedFigures, checkFigures, type KnownSlot } from './bulk-check.ts'
import { loadDirectory, type SaidPeriod } from './bulk-directory.ts'
import * as queries from './bulk-queries.ts'
import {
  type BatchSlot,
  type Comparison,
  compareFigures,
  heldWithWords,
  type PlacedFigure,
  storedDecimal,
} from './compare-figures.ts'
import { insertSlots, type SpokenOf } from './edition-slot-queries.ts'
import { promoteThrough } from './promote.ts'

/** Shape: every refused row with its number, or what was written. Refuses a batch that is empty or too large as a whole. */
export async function enterFigures(db: Db, given: GivenBatch): Promise<Result<Entered>> {
  const batch = await inTurn(db, given)
  const earlier = await queries.batchOf(db, batch)
  if (earlier) return repeated(batch, earlier)
  const checked = await check(db, batch)
  if (checked.refused.length > 0) return { ok: false, problems: checked.refused }
  const found = await compare(db, batch, checked.slots)
  const isNew = found.said.length > 0
  const editionId = isNew ? found.edition.id : null
  const digest = isNew ? await write(db, batch, found) : ''
  const compared = countsOf(found)
  await queries.insertBatch(db, batch, { ...compared, editionId })
  await journal(db, batch, { editionId, digest })
  return { ok: true, value: { ...compared, editionId, isRepeat: false } }
}

/** The same without writing anything but spans that were never used before; rows that are refused are left out of the counts. */
export async function previewFigures(db: Db, given: GivenBatch): Promise<Preview> {
  const batch = await inTurn(db, given)
  const { slots, refused } = await check(db, batch)
  const isRepeat = (await queries.batchOf(db, batch)) !== undefined
  if (slots.length === 0) return { added: 0, changed: 0, unchanged: 0, outdated: 0, oddities: [], refused, isRepeat }
  return { ...countsOf(await compare(db, batch, slots)), refused, isRepeat }
}

/** Dated only once nothing of the agency is on its way before it, for a reading as of that instant is then what it stays. */
async function inTurn(db: Db, given: GivenBatch): Promise<Batch> {
  await queries.lockAgency(db, given.agencyId)
  return { ...given, at: given.at ?? (await databaseNow(db)) }
}

function repeated({ message }: Batch, earlier: queries.BatchRow): Result<Entered> {
  if (earlier.content_hash !== message.hash) {
    return refuse('figures.message-reused', { message: message.id, sender: message.sender })
  }
  const { edition_id: editionId, added, changed, unchanged } = earlier
  return { ok: true, value: { editionId, added, changed, unchanged, outdated: 0, oddities: [], isRepeat: true } }
}

async function check(db: Db, batch: Batch): Promise<CheckedFigures> {
  const count = batch.figures.length
  if (count === 0) return { slots: [], refused: refuse('figures.none').problems }
  if (count > mostFigures)
    return { slots: [], refused: refuse('figures.too-many', { count, limit: mostFigures }).problems }
  return checkFigures(batch, await loadDirectory(db, batch))
}

function countsOf({ added, changed, unchanged, outdated, oddities }: Compared): Compared {
  return { added, changed, unchanged, outdated, oddities }
}

interface BatchComparison extends Comparison {
  /** Under which the batch is kept, if anything of it is new. */
  readonly edition: queries.NextEdition
  readonly periodEnd: LocalDate
  readonly looking: queries.Looking
}

async function compare(db: Db, batch: Batch, known: readonly KnownSlot[]): Promise<BatchComparison> {
  const { agencyId, level } = batch
  const slots = await inKeyOrder(db, known)
  const periods = [...new Set(slots.map(({ period }) => period))]
  const [first, last] = [daysOf(periods, 'previous').at(0), daysOf(periods, 'span').at(-1)] as [LocalDate, LocalDate]
  const periodEnd = batch.periodEnd ?? last
  const edition = await queries.nextEdition(db, agencyId, periodEnd)
  const looking = { agencyId, level, slots, ends: { first, last } }
  const held = await queries.heldFigures(db, looking)
  const standing = {
    held,
    earlier: await queries.earlierValues(db, looking),
    words: await queries.wordsOf(db, looking, heldWithWords(slots, held)),
    later: new Set(edition.later),
  }
  return { ...compareFigures(slots, standing), edition, periodEnd, looking }
}

/** Last days, the earliest first. */
function daysOf(periods: readonly SaidPeriod[], which: 'span' | 'previous'): readonly LocalDate[] {
  return periods.map((period) => period[which].to).sort(inCodeOrder)
}

/** As the tables have them, by the year of the span, then by key: a row that is written finds its place beside the last. */
async function inKeyOrder(db: Db, known: readonly KnownSlot[]): Promise<readonly BatchSlot[]> {
  const periods = [...new Set(known.map(({ period }) => period))]
  const ids = await spanIds(
    db,
    periods.flatMap(({ span, previous }) => [span, previous]),
  )
  const idOf = (span: Span) => ids.get(spanKey(span)) ?? 0
  const slots = known.map((slot) => {
    const figures = new Map([...slot.figures].sort(([a], [b]) => a - b))
    const { span, previous } = slot.period
    return { ...slot, figures, areaIds: [...figures.keys()], spanId: idOf(span), previousSpanId: idOf(previous) }
  })
  return slots.sort(byKey)
}

const yearOf = ({ period }: BatchSlot): string => period.span.to.slice(0, 4)

function byKey(a: BatchSlot, b: BatchSlot): number {
  return (
    inCodeOrder(yearOf(a), yearOf(b)) ||
    a.indicatorId - b.indicatorId ||
    a.spanId - b.spanId ||
    a.breakdownId - b.breakdownId
  )
}

/** Returns the digest of what was said. It is made, and what is told is put together, while the database writes. */
async function write(db: Db, batch: Batch, found: BatchComparison): Promise<string> {
  const { said, isUnheard, edition, periodEnd, looking } = found
  const { agencyId, level, at } = batch
  const editionId = edition.id
  const catalogue = await loadCatalogue(db, localDay(at))
  const pending = await pendingReleases(db, at)
  await queries.insertBatchEdition(db, { batch, edition, periodEnd })
  await queries.stageFigures(db, said)
  const keep = async () => {
    const kept = queries.keepStaged(db, looking, { editionId, batch })
    const slots = spokenOf(said, editionId)
    // One after the other: of two that fail, the one that did not cause it might be told.
    await kept
    await insertSlots(db, slots)
    await promoteThrough(db, { editionId, level, at, isUnheard })
  }
  const keeping = keep()
  const changes = changesOf(batch, { editionId, said, catalogue, pending })
  const inOrder = said.toSorted((a, b) => a.figure.row - b.figure.row)
  const [digest] = await Promise.all([digestOfBatch(inOrder, (one) => lineOf(one, agencyId)), keeping])
  // At the end: until the batch is through, others wait who have the first figure of the same breakdown.
  await noteBreakdowns(db, looking.slots)
  await publishAll(db, changes)
  return digest
}

function spokenOf(said: readonly PlacedFigure[], editionId: string): readonly SpokenOf[] {
  const bySlot = Map.groupBy(said, ({ slot }) => slot)
  return [...bySlot].map(([{ indicatorId, spanId, breakdownId, period }, figures]) => {
    const areaIds = figures.map(({ figure }) => figure.areaId)
    return { editionId, indicatorId, spanId, breakdownId, spanTo: period.span.to, areaIds }
  })
}

function lineOf({ slot: { spanId }, figure }: PlacedFigure, agencyId: number): BatchLine {
  return { ...figure, spanId, agencyId, value: figure.value === null ? null : storedDecimal(figure.value) }
}

interface SaidOfEdition {
  readonly editionId: string
  readonly said: readonly PlacedFigure[]
  readonly catalogue: Catalogue
  readonly pending: PendingReleases
}

/**
 * One change for each indicator, naming the periods and areas it moved in; of figures that wait for their release one apart,
 * which the agency alone hears: that they were said is told to nobody else before the time.
 */
function changesOf(batch: Batch, of: SaidOfEdition): readonly NewChange[] {
  const { agencyId } = batch
  const waits = ({ slot }: PlacedFigure) =>
    isWithheld(
      of.pending,
      {
        indicator_id: slot.indicatorId,
        span_id: slot.spanId,
        plan_version_id: slot.planVersionId,
        agency_id: agencyId,
      },
      null,
    )
  const parts = Map.groupBy(of.said, waits)
  return [
    ...changesAt(batch.level, { ...of, said: parts.get(false) ?? [] }, batch),
    ...changesAt('draft', { ...of, said: parts.get(true) ?? [] }, { agencyId }),
  ]
}

function changesAt(
  level: NewChange['level'],
  { editionId, said, catalogue }: SaidOfEdition,
  { agencyId, receiverId = null }: Pick<Batch, 'agencyId' | 'receiverId'>,
): readonly NewChange[] {
  const codes = new Map([...catalogue.indicators.values()].map((one) => [one.id, one.code]))
  const moved = Map.groupBy(said, ({ slot }) => slot.indicatorId)
  return [...moved].map(([indicatorId, figures]) => ({
    topic: 'figures',
    agencyId,
    receiverId,
    level,
    payload: {
      edition: editionId,
      indicator: codes.get(indicatorId) ?? '',
      areas: [...new Set(figures.map(({ figure }) => figure.areaId))].map((id) => catalogue.areas.get(id)?.code ?? ''),
      periods: [...new Set(figures.map(({ slot }) => slot.period.span))].map(
        (span) => canonicalLabel(span) ?? spanKey(span),
      ),
    },
  }))
}

interface Journalled {
  readonly editionId: string | null
  readonly digest: string
}

/** The digest is what `verify` lays beside the edition; a batch in which nothing was new has none. */
async function journal(db: Db, batch: Batch, { editionId, digest }: Journalled): Promise<void> {
  await recordEvent(db, {
    action: 'figures.enter',
    accountId: batch.by,
    agencyId: batch.actingAgencyId,
    ...(batch.requestId !== undefined && { requestId: batch.requestId }),
    ...(batch.address !== undefined && { address: batch.address }),
    object: editionId === null ? `agency:${batch.agencyId}` : `edition:${editionId}`,
    outcome: 'done',
    reason: digest,
  })
}
