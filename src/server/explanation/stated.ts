/** What a reading says: its outcome, or that its one source declared that nothing occurred. */
import type { OpenedReading } from './opened-reading.ts'
import type { Stated } from './value-view.ts'

/** An amount laid over a declared nothing makes a number of it. */
export function statedIn({ outcome, said, how }: Pick<OpenedReading, 'outcome' | 'said' | 'how'>): Stated {
  const isDeclared = said === undefined && how.kind === 'reported' && how.figure.value.kind === 'nothing'
  return isDeclared ? { kind: 'nothing' } : outcome
}
