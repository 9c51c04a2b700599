/**
 * Which of two editions of one vintage counts: the one about the later reporting period, then the later version of that
 * submission, then its later sending. Not the time of writing: a late correction of May's report must not replace
 * June's newer estimate. Two of one period may be alike in all this, a report and a batch: the one made later counts,
 * which the database tells by its id.
 */
export interface EditionOrder {
  readonly periodEnd: string
  readonly version: number
  readonly sending: number
}

/** Negative when a comes before b. */
export function compareEditions(a: EditionOrder, b: EditionOrder): number {
  if (a.periodEnd !== b.periodEnd) return a.periodEnd < b.periodEnd ? -1 : 1
  return a.version - b.version || a.sending - b.sending
}
