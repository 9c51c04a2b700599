/**
 * What changed since the version before (đổi gì so với lần trước): the same reading as it was known just before the last
 * change of any figure or formula it rests on, and what changed: the figures that moved, or the formula. A figure said
 * again unchanged is no change.
 */
import type { FigureExplanation, FormulaChange } from '#contract/explanation.ts'
import { referenceName } from '#core/formula/reference-name.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import { sameValue } from '#core/quantity/cell-value.ts'
import { readingKey } from '#core/reading/place.ts'
import { formulaChanges } from '../catalogue/index.ts'
import { type ProvenanceRow, provenanceOf } from '../figures/index.ts'
import { peopleById } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { derivedCodesIn, type OpenedReading, type ReportedLeaf, reportedIn } from './opened-reading.ts'
import { selectMomentBefore } from './queries.ts'
import { areaName } from './reading-names.ts'
import type { Explaining } from './reported-node.ts'
import { outcomeView, valueView } from './value-view.ts'

type Previous = FigureExplanation['previous']
type Moved = NonNullable<Previous>['moved'][number]

export interface Moving {
  readonly x: Explaining
  readonly present: OpenedReading
  /** The day whose formulas are read. */
  readonly on: LocalDate
  /** The same reading as it was known at an instant; with the formulas known then, or with those that are read now. */
  readonly readAsOf: (instant: string, formulas: 'then' | 'now') => Promise<OpenedReading>
  readonly periodNameOf: (leaf: ReportedLeaf) => string
}

/** Instants tried before giving up: each is one at which some figure was said again, perhaps unchanged. */
const mostTried = 12

export async function whatMoved(db: Db, it: Moving): Promise<Previous> {
  const { x, present, on } = it
  const codes = derivedCodesIn(present)
  const [formula] = await formulaChanges(db, { codes, on, knownAt: x.at, names: x.catalogue })
  for (const change of await changesOf(db, x, reportedIn(present))) {
    if (formula && formula.at > change.at) break
    const previous = await beforeFigures(db, it, change)
    if (previous) return previous
  }
  return formula ? beforeFormula(db, it, formula) : null
}

async function beforeFormula(db: Db, { readAsOf }: Moving, formula: FormulaChange): Promise<Previous> {
  const before = await readAsOf(await selectMomentBefore(db, formula.at), 'then')
  return { at: formula.at, value: outcomeView(before.outcome), moved: [], formula }
}

async function beforeFigures(db: Db, it: Moving, { at, rows }: Change): Promise<Previous> {
  const { x, present, readAsOf, periodNameOf } = it
  const before = await readAsOf(await selectMomentBefore(db, at), 'now')
  const known = new Map(reportedIn(before).map((leaf) => [keyOf(leaf), leaf]))
  const moved = reportedIn(present).filter((leaf) => {
    const earlier = known.get(keyOf(leaf))
    return earlier === undefined || !sameValue(earlier.figure.value, leaf.figure.value)
  })
  if (moved.length === 0) return null
  const inputs = moved.map((leaf) => ({ leaf, earlier: known.get(keyOf(leaf)), at, own: wordOf(rows, leaf) }))
  const enteredBy = inputs.flatMap(({ own }) => own?.entered_by ?? [])
  const people = await peopleById(db, [...new Set(enteredBy)])
  return {
    at,
    value: outcomeView(before.outcome),
    moved: inputs.map((input) => ({
      ...movedView(x, input),
      periodName: periodNameOf(input.leaf),
      by: people.get(input.own?.entered_by ?? 0) ?? null,
    })),
    formula: null,
  }
}

/** What the agency said when it gave the present value. */
function wordOf(rows: readonly ProvenanceRow[], { figure }: ReportedLeaf): ProvenanceRow | undefined {
  const { row } = figure.origin
  return rows.find((said) => said.edition_id === row.edition_id && placeOf(said) === placeOf(row))
}

function keyOf({ reference, place }: ReportedLeaf): string {
  return readingKey(reference, place)
}

interface Change {
  readonly at: string
  readonly rows: readonly ProvenanceRow[]
}

/** When anything at the places of these figures reached, or left, the level that is read; latest first. */
async function changesOf(db: Db, x: Explaining, leaves: readonly ReportedLeaf[]): Promise<readonly Change[]> {
  const keys = leaves.map(({ figure }) => figure.origin.row)
  const rows = await provenanceOf(db, {
    indicatorIds: [...new Set(keys.map((row) => row.indicator_id))],
    spanIds: [...new Set(keys.map((row) => row.span_id))],
    areaIds: [...new Set(keys.map((row) => row.area_id))],
  })
  const places = new Set(keys.map(placeOf))
  const here = rows.filter((row) => places.has(placeOf(row)))
  const instants = here.flatMap((row) =>
    x.from === 'accepted' ? [row.accepted_at] : [row.sent_at, row.accepted_at, row.withdrawn_at],
  )
  const known = [...new Set(instants)].filter((at): at is string => at !== null && at <= x.at)
  return known
    .sort()
    .reverse()
    .slice(0, mostTried)
    .map((at) => ({ at, rows: here }))
}

function placeOf({ indicator_id, span_id, area_id }: Pick<ProvenanceRow, 'indicator_id' | 'span_id' | 'area_id'>) {
  return `${indicator_id} ${span_id} ${area_id}`
}

interface MovedLeaf {
  readonly leaf: ReportedLeaf
  readonly earlier: ReportedLeaf | undefined
  readonly at: string
  readonly own: ProvenanceRow | undefined
}

function movedView(x: Explaining, { leaf, earlier, at, own }: MovedLeaf): Omit<Moved, 'periodName' | 'by'> {
  const { row } = leaf.figure.origin
  const indicator = x.catalogue.indicators.get(leaf.reference.code)
  return {
    label: referenceName(leaf.reference, x.catalogue),
    area: areaName(x.catalogue, leaf.place.area),
    agency: x.catalogue.agencies.get(row.agency_id)?.name ?? null,
    measure: indicator?.measure ?? '',
    decimals: indicator?.decimals ?? 0,
    before: earlier ? valueView(earlier.figure.value) : { kind: 'none', reason: 'absent', of: [] },
    after: valueView(leaf.figure.value),
    at: (x.from === 'accepted' ? own?.accepted_at : own?.sent_at) ?? at,
  }
}
