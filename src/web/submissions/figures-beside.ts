/**
 * Which open forms may show a figure that moved: beside their cells stands what anybody has said of the indicator and area
 * of a row. The rest asks nothing again when a report is accepted somewhere.
 */
import type { Query, QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import type { Change } from '#contract/changes.ts'
import type { FormView } from '#contract/submissions.ts'
import { submissionKeys } from './submission-queries.ts'

const moved = z.object({
  indicator: z.string().optional(),
  indicators: z.array(z.string()).optional(),
  released: z.array(z.string()).optional(),
  areas: z.array(z.string()).optional(),
})

/** Whether any form this window holds may show figures of that change; one that is still on its way may. */
export function standsBeside(queries: QueryClient, { payload }: Change): boolean {
  const { data = {} } = moved.safeParse(payload)
  const { indicator, indicators = indicator === undefined ? data.released : [indicator], areas } = data
  const isAbout = (form: FormView): boolean =>
    form.others.length > 0 ||
    form.rows.some((row) => isIn(indicators, row.indicator) && isIn(areas, row.area ?? form.area))
  const mayShow = ({ queryKey, state: { data: form } }: Query): boolean =>
    submissionKeys.isForm(queryKey) && (form === undefined || isAbout(form as FormView))
  return queries.getQueryCache().find({ queryKey: submissionKeys.all, exact: false, predicate: mayShow }) !== undefined
}

/** A change that does not say which may be about any; a title is about none. */
function isIn(codes: readonly string[] | undefined, code: string | null): boolean {
  return code !== null && (codes === undefined || codes.includes(code))
}
