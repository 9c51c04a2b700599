/**
 * What changed since the version before (đổi gì so với lần trước): the same reading as it was known just before the last
 * change of any figure or formula it rests on, and what changed: the figures that moved, or the formula. A figure said
 * again unchanged is no change; one that was taken back is, and what holds in its stead is told. So is another agency's
 * word that counts since the sources of a figure were settled.
 */
import type { Person } from '#contract/common.ts'
import type { FigureExplanation, FormulaChange } from '#contract/explanation.ts'
import { referenceName } from '#core/formula/reference-name.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import { absent } from '#core/quantity/cell-value.ts'
import { formulaChanges } from '../catalogue/index.ts'
import type { ProvenanceRow } from '../figures/index.ts'
import { peopleById } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { type Change, type Move, movesBetween } from './moves.ts'
import { derivedCodesIn, type OpenedReading, type ReportedLeaf, readingsIn, reportedIn } from './opened-reading.ts'
import { choicesAmong, type PastChoice } from './past-choices.ts'
import { selectMomentBefore } from './queries.ts'
import { areaName } from './reading-names.ts'
import type { Explaining } from './reported-node.ts'
import { statedIn } from './stated.ts'
import { outcomeView, statedView, valueView } from './value-view.ts'
import { withdrawalsAmong } from './withdrawals.ts'
import { wordsAt } from './words-at.ts'

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
  for (const change of await changesOf(db, x, present)) {
    if (formula && formula.at > change.at) break
    const previous = await beforeFigures(db, it, change)
    if (previous) return previous
  }
  return formula ? beforeFormula(db, it, formula) : null
}

async function beforeFormula(db: Db, { readAsOf }: Moving, formula: FormulaChange): Promise<Previous> {
  const before = await readAsOf(await selectMomentBefore(db, formula.at), 'then')
  return { at: formula.at, value: statedView(statedIn(before)), moved: [], formula }
}

async function beforeFigures(db: Db, it: Moving, change: Change): Promise<Previous> {
  const { x, present, readAsOf } = it
  const before = await readAsOf(await selectMomentBefore(db, change.at), 'now')
  const moves = movesBetween({ before, present }, change)
  if (moves.length === 0) return null
  const withdrawalOf = await withdrawalsAmong(
    db,
    x,
    moves.flatMap(({ gone }) => gone ?? []),
  )
  const ids = moves.flatMap(({ own, settled }) => [own?.entered_by, settled?.accountId])
  const people = await peopleById(db, [...new Set(ids.filter((id) => id != null))])
  return {
    at: change.at,
    value: statedView(statedIn(before)),
    moved: moves.map((move) => ({
      ...movedView(it, move, change.at),
      by: people.get(move.own?.entered_by ?? 0) ?? null,
      withdrawal: move.gone ? withdrawalOf(move.gone, holdsAgain(move, move.gone)) : null,
      settlement: move.settled ? settledView(move.settled, people) : null,
    })),
    formula: null,
  }
}

/** Whether the agency that took its figure back is heard with what it had said before. */
function holdsAgain({ own }: Move, gone: ProvenanceRow): boolean {
  return own?.agency_id === gone.agency_id
}

function settledView({ at, accountId, reason }: PastChoice, people: ReadonlyMap<number, Person>): Moved['settlement'] {
  return { at, by: people.get(accountId) ?? null, reason }
}

/** When anything at the places of this reading reached or left the level that is read, or was settled; latest first. */
async function changesOf(db: Db, x: Explaining, present: OpenedReading): Promise<readonly Change[]> {
  // Once accepted nothing is taken back; before that, a figure that is gone stood where nobody says one now.
  const words = await wordsAt(db, x, x.from === 'accepted' ? reportedIn(present) : readingsIn(present))
  const instants = words.flatMap((word) =>
    x.from === 'accepted' ? [word.accepted_at] : [word.sent_at, word.accepted_at, word.withdrawn_at],
  )
  const choices = await choicesAmong(db, reportedIn(present))
  const known = [...new Set([...instants, ...choices.map(({ at }) => at)])].filter(
    (at): at is string => at !== null && at <= x.at,
  )
  return known
    .sort()
    .reverse()
    .slice(0, mostTried)
    .map((at) => ({ at, words, choices }))
}

function movedView(
  { x, periodNameOf }: Moving,
  move: Move,
  at: string,
): Omit<Moved, 'by' | 'withdrawal' | 'settlement'> {
  const { leaf, earlier, now, own, gone, settled } = move
  const indicator = x.catalogue.indicators.get(leaf.reference.code)
  const reached = x.from === 'accepted' ? own?.accepted_at : own?.sent_at
  return {
    label: referenceName(leaf.reference, x.catalogue),
    area: areaName(x.catalogue, leaf.place.area),
    periodName: periodNameOf(leaf),
    agency: agencyOf(x, leaf),
    agencyBefore: earlier ? agencyOf(x, earlier) : null,
    measure: indicator?.measure ?? '',
    decimals: indicator?.decimals ?? 0,
    before: valueView(earlier?.figure.value ?? absent),
    after: standingView(now),
    at: gone?.withdrawn_at ?? settled?.at ?? reached ?? at,
  }
}

function agencyOf({ catalogue }: Explaining, { figure }: ReportedLeaf): string | null {
  return catalogue.agencies.get(figure.origin.row.agency_id)?.name ?? null
}

function standingView(now: Move['now']): Moved['after'] {
  if (now === undefined) return valueView(absent)
  return 'figure' in now ? valueView(now.figure.value) : outcomeView(now.outcome)
}
