/** What this slice asks the server. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { figureExplanation } from '#contract/explanation.ts'
import { explorerChoices, explorerMoments, explorerTable } from '#contract/explorer.ts'
import { call } from '../platform/api.ts'

export const explorerKeys = {
  all: ['explorer'] as const,
  table: (q: string) => [...explorerKeys.all, 'table', q] as const,
  explanation: (query: string) => [...explorerKeys.all, 'explanation', query] as const,
  /** Apart from what changes with the figures. */
  choices: ['explorer-choices'] as const,
}

export function choicesOptions() {
  return queryOptions({
    queryKey: explorerKeys.choices,
    queryFn: ({ signal }) => call({ path: '/api/explorer/choices', answer: explorerChoices, signal }),
    staleTime: 5 * 60_000,
  })
}

export function tableOptions(q: string) {
  return queryOptions({
    queryKey: explorerKeys.table(q),
    queryFn: ({ signal }) =>
      call({ path: `/api/explorer/table?${new URLSearchParams({ q })}`, answer: explorerTable, signal }),
    placeholderData: keepPreviousData,
  })
}

export function momentsOptions(q: string) {
  return queryOptions({
    queryKey: [...explorerKeys.all, 'moments', q],
    queryFn: ({ signal }) =>
      call({ path: `/api/explorer/moments?${new URLSearchParams({ q })}`, answer: explorerMoments, signal }),
    placeholderData: keepPreviousData,
  })
}

export function explanationOptions(query: string) {
  return queryOptions({
    queryKey: explorerKeys.explanation(query),
    queryFn: ({ signal }) => call({ path: `/api/figures/explain?${query}`, answer: figureExplanation, signal }),
  })
}
