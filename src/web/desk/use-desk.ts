import { queryOptions } from '@tanstack/react-query'
import { desk } from '#contract/submissions.ts'
import { call } from '../platform/api.ts'

export const deskKeys = { all: ['desk'] as const }

export function deskOptions() {
  return queryOptions({
    queryKey: deskKeys.all,
    queryFn: ({ signal }) => call({ path: '/api/desk', answer: desk, signal }),
  })
}
