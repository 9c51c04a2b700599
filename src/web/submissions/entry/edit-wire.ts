/** Edits and their answers between the queue and the wire. */
import type { CellEditResult } from '#contract/submissions.ts'
import type { EditAnswer, SentEdit } from '#core/form/edit-queue.ts'
import { ConnectionError, ProblemError } from '../../platform/problem-error.ts'
import type { Said } from './said.ts'

export function wireEdit(cell: string, it: SentEdit<Said> | undefined) {
  const dot = cell.indexOf('.')
  return {
    row: cell.slice(0, dot),
    column: cell.slice(dot + 1),
    value: it?.value.value,
    note: it?.value.note,
    seen: it?.baseRevision,
  }
}

export function answerOf(result: CellEditResult): EditAnswer<Said> {
  switch (result.outcome) {
    case 'saved':
      return { kind: 'saved', revision: result.cell.revision }
    case 'refused':
      return { kind: 'refused', code: result.code, details: result.message }
    case 'conflict': {
      const { value, note, revision, enteredBy, enteredAt } = result.cell
      const theirs = { value: { value, note }, revision, by: enteredBy?.name ?? '', at: enteredAt ?? '' }
      return { kind: 'conflict', theirs }
    }
  }
}

/** Nothing is known about the outcome, or the server asks to come again: the same ticket goes once more. */
export function mayRepeat(error: unknown): boolean {
  if (error instanceof ConnectionError) return true
  return error instanceof ProblemError && (error.problem.status === 429 || error.problem.status >= 500)
}

export function refusalOf(error: unknown): EditAnswer<Said> {
  if (error instanceof ProblemError) {
    return { kind: 'refused', code: error.problem.code, details: error.problem.detail }
  }
  return { kind: 'refused', code: 'system.failed', details: String(error) }
}

export const sameSaid = (a: Said, b: Said): boolean =>
  a.note === b.note && JSON.stringify(a.value) === JSON.stringify(b.value)
