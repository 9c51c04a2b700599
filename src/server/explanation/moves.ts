/**
 * Which figures differ between two readings of one number (số nào đã đổi): said anew, or taken back, whether something
 * else stands in its place since or nothing does.
 */
import { sameValue } from '#core/quantity/cell-value.ts'
import { readingKey } from '#core/reading/place.ts'
import type { ProvenanceRow } from '../figures/index.ts'
import { type OpenedReading, type ReportedLeaf, readingsIn, reportedIn } from './opened-reading.ts'
import type { PastChoice } from './past-choices.ts'
import { wordOf } from './word-of.ts'

/** All that was ever said or settled at the places of both readings, and when what is looked at happened. */
export interface Change {
  readonly at: string
  readonly words: readonly ProvenanceRow[]
  readonly choices: readonly PastChoice[]
}

export interface Move {
  /** Where it was said: of the present figure, or of the one before where there is none. */
  readonly leaf: ReportedLeaf
  readonly earlier: ReportedLeaf | undefined
  /** What stands there now; undefined where nobody says it any more and nothing is derived in its stead. */
  readonly now: ReportedLeaf | OpenedReading | undefined
  /** The word behind the present figure. */
  readonly own: ProvenanceRow | undefined
  /** The word before, where it was taken back. */
  readonly gone: ProvenanceRow | undefined
  /** The decision by which another agency's word counts. */
  readonly settled: PastChoice | undefined
}

interface Compared {
  readonly before: OpenedReading
  readonly present: OpenedReading
}

export function movesBetween({ before, present }: Compared, change: Change): readonly Move[] {
  const known = byKey(reportedIn(before))
  const said = byKey(reportedIn(present))
  const standing = new Map(readingsIn(present).flatMap((one) => (one.reference ? [[keyOf(one), one] as const] : [])))
  const renewed = [...said].flatMap(([key, leaf]): readonly Move[] => {
    const earlier = known.get(key)
    if (earlier && sameValue(earlier.figure.value, leaf.figure.value)) return []
    const gone = earlier && withdrawnSince(change, earlier)
    return [{ leaf, earlier, now: leaf, own: wordBehind(change, leaf), gone, settled: settledThen(change, leaf) }]
  })
  const dropped = [...known].flatMap(([key, earlier]): readonly Move[] => {
    const gone = said.has(key) ? undefined : withdrawnSince(change, earlier)
    return gone ? [{ leaf: earlier, earlier, now: standing.get(key), own: undefined, gone, settled: undefined }] : []
  })
  if (dropped.length === 0) return renewed
  // What an agency had said all along and only stands in now has not moved.
  const isNew = ({ earlier, own }: Move) => earlier !== undefined || own?.sent_at == null || own.sent_at >= change.at
  return [...dropped, ...renewed.filter(isNew)]
}

function keyOf({ reference, place }: Pick<OpenedReading, 'reference' | 'place'>): string {
  return reference === undefined ? '' : readingKey(reference, place)
}

function byKey(leaves: readonly ReportedLeaf[]): ReadonlyMap<string, ReportedLeaf> {
  return new Map(leaves.map((leaf) => [keyOf(leaf), leaf]))
}

/** What the agency said when it gave this value. */
function wordBehind({ words }: Change, { reference, figure }: ReportedLeaf): ProvenanceRow | undefined {
  return wordOf(words, { chosen: figure.origin.row, members: reference.members.join(',') })
}

function withdrawnSince(change: Change, leaf: ReportedLeaf): ProvenanceRow | undefined {
  const word = wordBehind(change, leaf)
  return word?.withdrawn_at != null && word.withdrawn_at >= change.at ? word : undefined
}

/** What was decided at that very moment. */
function settledThen({ at, choices }: Change, leaf: ReportedLeaf): PastChoice | undefined {
  return choices.find((choice) => choice.at === at && choice.isOf(leaf))
}
