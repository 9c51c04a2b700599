/** One reported figure in an explanation: who says it, since when it counts, and the cell where it was typed. */
import type { ExplanationNode } from '#contract/explanation.ts'
import { type Actor, canOpenSubmission } from '#core/access/roles.ts'
import { figureOfRecord } from '#core/figure/precedence.ts'
import { headerLabel } from '#core/form/header.ts'
import { columnsFor, type FormLayout } from '#core/form/layout.ts'
import { parse } from '#core/formula/parser.ts'
import { inFigures, inWords } from '#core/formula/words.ts'
import { monthOf, type Period, parsePeriod } from '#core/period/period.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import { type Catalogue, formVersionsById } from '../catalogue/index.ts'
import {
  cellValueOf,
  editionColumn,
  type ProvenanceRow,
  provenanceOf,
  type ReportedValue,
  sourceOf,
  vintageOf,
} from '../figures/index.ts'
import { peopleById } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { figuresPeriod, submissionById } from '../submissions/index.ts'
import { codesOf } from './formula-codes.ts'
import { openWords } from './open-words.ts'
import type { OpenedReading } from './opened-reading.ts'
import { shownRounded, shownValue, valueView } from './value-view.ts'
import { type SaidFigure, wordOf } from './word-of.ts'

/** Who asks, at which instant, and what the catalogue says for the period of the figures. */
export interface Explaining {
  readonly catalogue: Catalogue
  readonly viewer: Actor
  readonly at: string
  /** `sent`: what is sent and not yet accepted counts too. */
  readonly from: 'sent' | 'accepted'
  /** What becomes of a part over which adjustments lie; such parts occur in the tables of whoever makes them alone. */
  readonly withAdjustments?: (it: OpenedReading, said: ExplanationNode) => Promise<ExplanationNode>
}

/** How its number is shown. */
interface Line {
  readonly measure: string
  readonly decimals: number
}

export interface Reported extends SaidFigure {
  readonly label: string
  readonly row: Line
  readonly value: CellValue
}

export async function reportedNode(db: Db, x: Explaining, it: Reported): Promise<ExplanationNode> {
  const { chosen } = it
  const rows = await provenanceOf(db, {
    indicatorIds: [chosen.indicator_id],
    spanIds: [chosen.span_id],
    areaIds: [chosen.area_id],
  })
  const own = wordOf(rows, it)
  const node: ExplanationNode = {
    label: it.label,
    value: valueView(it.value),
    measure: it.row.measure,
    decimals: it.row.decimals,
    agency: x.catalogue.agencies.get(chosen.agency_id)?.name ?? null,
    vintage: vintageOf(chosen),
    level: chosen.level,
    at: (chosen.level === 'sent' ? own?.sent_at : own?.accepted_at) ?? null,
    sign: '',
    cell: null,
    source: sourceName(x, chosen, own),
    formula: null,
    parts: [],
  }
  if (!own) return node
  const place = await formPlace(db, x, own)
  if (!place) return node
  if (own.cell_revision !== null) return { ...node, cell: await cellOf(db, own, place) }
  return { ...node, ...(await computedInForm(db, { x, node, own, place })) }
}

/** A plan is named by its version; the document it was taken from follows. */
function sourceName(x: Explaining, chosen: Reported['chosen'], own: ProvenanceRow | undefined): string {
  const plan = x.catalogue.plans.find((p) => p.id === chosen.plan_version_id && p.id !== 0)
  const source = own ? (plan ? own.source : sourceOf(own)) : ''
  return [plan?.name, source].filter(Boolean).join(', ')
}

interface FormPlace {
  readonly layout: FormLayout
  readonly period: Period
  readonly canOpen: boolean
}

async function formPlace(db: Db, x: Explaining, own: ProvenanceRow): Promise<FormPlace | undefined> {
  if (own.form_version_id === null || own.submission_id === null) return undefined
  const version = (await formVersionsById(db, [own.form_version_id])).get(own.form_version_id)
  const submission = await submissionById(db, own.submission_id)
  if (!version || !submission || !parsePeriod(submission.period)) return undefined
  const held = { agencyId: submission.agency_id, receiverId: submission.receiver_id, state: submission.state }
  return {
    layout: version.layout,
    period: figuresPeriod(submission.period, 'statistical'),
    canOpen: canOpenSubmission(x.viewer, held),
  }
}

async function cellOf(db: Db, own: ProvenanceRow, place: FormPlace): Promise<ExplanationNode['cell']> {
  const { layout, period, canOpen } = place
  if (own.entered_at === null || own.submission_id === null || own.form_version_id === null) return null
  const column = columnsFor(layout, monthOf(period))?.find((c) => c.key === own.column_key)
  const people = await peopleById(db, own.entered_by === null ? [] : [own.entered_by])
  return {
    submissionId: own.submission_id,
    formId: own.form_version_id,
    form: layout.title,
    row: own.row_key ?? '',
    column: own.column_key ?? '',
    rowLabel: layout.rows.find((r) => r.key === own.row_key)?.label ?? '',
    columnLabel: column?.header.map((label) => headerLabel(label, period)).join(' · ') ?? '',
    revision: own.cell_revision ?? 0,
    enteredBy: (own.entered_by === null ? undefined : people.get(own.entered_by)) ?? null,
    enteredAt: own.entered_at,
    origin: own.origin,
    note: own.note,
    canOpen,
  }
}

interface Computed {
  readonly x: Explaining
  readonly node: ExplanationNode
  readonly own: ProvenanceRow
  readonly place: FormPlace
}

/** A number that the agency's own form computed: its lines in the same edition and column, down to their cells. */
async function computedInForm(db: Db, it: Computed): Promise<Pick<ExplanationNode, 'formula' | 'parts'>> {
  const { own, place } = it
  const row = place.layout.rows.find((r) => r.key === own.row_key)
  const parsed = parse(row?.formula ?? '')
  if (!row || !parsed.ok || own.form_version_id === null || own.column_key === null) return { formula: null, parts: [] }
  const codes = codesOf(row.formula ?? '')
  const lineOf = await linesOf(db, it, codes)
  const labelOf = new Map(place.layout.rows.map((r) => [r.key, r.label]))
  const figures = inFigures(parsed.ast, ({ code }) => cellValueOf(lineOf.get(code)), shownValue)
  return {
    formula: {
      words: inWords(parsed.ast, ({ code }) => labelOf.get(code) ?? code),
      figures: `${figures} = ${shownRounded(cellValueOf(own), row.decimals)}`,
    },
    parts: await partsInForm(db, it, { codes, lineOf }),
  }
}

type LineOf = ReadonlyMap<string, ProvenanceRow>

/** By row key: what the same edition says, or, where it was pre-filled and left so, what had been reported by then. */
async function linesOf(db: Db, { x, own, place }: Computed, codes: readonly string[]): Promise<LineOf> {
  const said = await editionColumn(db, {
    editionId: own.edition_id,
    formId: own.form_version_id ?? 0,
    column: own.column_key ?? '',
  })
  const lineOf = new Map(said.map((r) => [r.row_key ?? '', r]))
  const indicatorOf = new Map(place.layout.rows.map((r) => [r.key, x.catalogue.indicators.get(r.indicator ?? '')?.id]))
  const unsaid = codes.filter((code) => !lineOf.has(code))
  const earlier = await provenanceOf(db, {
    indicatorIds: unsaid.flatMap((code) => indicatorOf.get(code) ?? []),
    spanIds: [own.span_id],
    areaIds: [own.area_id],
  })
  for (const code of unsaid) {
    const isSpoken = (r: ProvenanceRow) => r.indicator_id === indicatorOf.get(code) && r.members === own.members
    const known = earlier.filter((r) => isSpoken(r) && wasKnown(r, own))
    const sources = known.map((r) => ({ r, agencyId: r.agency_id, vintage: vintageOf(r), value: cellValueOf(r) }))
    const { chosen } = figureOfRecord(sources, [own.agency_id])
    if (chosen) lineOf.set(code, chosen.r)
  }
  // Only now: a figure that may not be shown is not to be replaced by another one that was not the part.
  const isOpen = await openWords(db, x)
  return new Map([...lineOf].filter(([, line]) => isOpen(line)))
}

/** Whether the agency saw this figure pre-filled when it sent its own. */
function wasKnown(r: ProvenanceRow, own: ProvenanceRow): boolean {
  const since = r.agency_id === own.agency_id ? r.sent_at : r.accepted_at
  if (since === null || own.sent_at === null || r.plan_version_id !== 0 || own.plan_version_id !== 0) return false
  return since < own.sent_at && (r.withdrawn_at === null || r.withdrawn_at > own.sent_at)
}

interface Lines {
  readonly codes: readonly string[]
  readonly lineOf: LineOf
}

async function partsInForm(db: Db, it: Computed, { codes, lineOf }: Lines): Promise<ExplanationNode[]> {
  const { x, node, own: whole, place } = it
  const parts: ExplanationNode[] = []
  for (const key of codes) {
    const row = place.layout.rows.find((r) => r.key === key)
    const own = lineOf.get(key)
    if (!row || !own) continue
    if (own.edition_id !== whole.edition_id) {
      const said = { members: own.members, value: cellValueOf(own), chosen: asChosen(own) }
      parts.push(await reportedNode(db, x, { label: row.label, row, ...said }))
      continue
    }
    const value = valueView(cellValueOf(own))
    const line: ExplanationNode = { ...node, label: row.label, value, measure: row.measure, decimals: row.decimals }
    const origin =
      own.cell_revision === null
        ? await computedInForm(db, { x, node: line, own, place })
        : { cell: await cellOf(db, own, place) }
    parts.push({ ...line, cell: null, formula: null, parts: [], ...origin })
  }
  return parts
}

function asChosen(r: ProvenanceRow): ReportedValue {
  const level = r.published_at !== null ? 'published' : r.accepted_at !== null ? 'accepted' : 'sent'
  return { ...r, vintage: r.vintage as ReportedValue['vintage'], level }
}
