/** Whether a change of the feed only repeats what this window has just been told: its own saved cells come back as news. */
import type { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import type { Change } from '#contract/changes.ts'
import type { FormView } from '#contract/submissions.ts'
import { submissionKeys } from './submission-queries.ts'

const edit = z.object({
  submission: z.string(),
  form: z.number(),
  cells: z.array(z.object({ row: z.string(), column: z.string(), revision: z.number() })).min(1),
})

export function isKnownEdit(queries: QueryClient, { topic, payload }: Change): boolean {
  const read = topic === 'submission' ? edit.safeParse(payload) : undefined
  if (!read?.success) return false
  const { submission, form, cells } = read.data
  const shown = queries.getQueryData<FormView>(submissionKeys.form(submission, form))
  return cells.every(({ row, column, revision }) => {
    const cell = shown?.cells.find((it) => it.row === row && it.column === column)
    return cell !== undefined && cell.revision >= revision
  })
}
