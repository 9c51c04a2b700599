/** A list of submissions as far as it has been read. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { SubmissionSummary } from '#contract/submissions.ts'
import { type ListFilter, listOptions } from '../submission-queries.ts'

export function useList(filter: ListFilter) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(listOptions(filter))
  const [first] = data?.pages ?? []
  const submissions = data?.pages.flatMap((page): SubmissionSummary[] => page.submissions)
  const total = first?.total ?? 0
  return {
    error,
    isLoading: data === undefined && error === null,
    submissions,
    periods: first?.periods ?? [],
    total,
    /** Undefined on the last page. */
    more: hasNextPage
      ? { left: total - (submissions?.length ?? 0), isLoading: isFetchingNextPage, load: () => void fetchNextPage() }
      : undefined,
  }
}

export type Further = ReturnType<typeof useList>['more']
