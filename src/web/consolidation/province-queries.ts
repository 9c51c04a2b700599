/** What this slice asks the server. The monthly socio-economic report is the one regime that is consolidated. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { areaGroupList } from '#contract/area-groups.ts'
import type { ReadingChoice } from '#contract/consolidated-table.ts'
import { differenceList } from '#contract/differences.ts'
import { pinnedExplanation } from '#contract/pinned-explanation.ts'
import { explanation, provinceTable } from '#contract/province.ts'
import { questionList } from '#contract/questions.ts'
import { versionList, versionView } from '#contract/versions.ts'
import { call } from '../platform/api.ts'
import type { CellPlace } from '../ui/use-cell-focus.ts'

export const regime = 'BC-KTXH-THANG'

export interface PinnedVersion {
  readonly period: string
  readonly version: number
}

export interface TableOf {
  readonly period?: string | undefined
  readonly area?: string | undefined
  readonly reading: ReadingChoice
}

export const provinceKeys = {
  all: ['province'] as const,
  table: (of: TableOf) => [...provinceKeys.all, 'table', of] as const,
  differences: (of: TableOf) => [...provinceKeys.all, 'differences', of] as const,
  questions: (period: string, cell: string) => [...provinceKeys.all, 'questions', period, cell] as const,
  reminders: (period: string) => [...provinceKeys.all, 'reminders', period] as const,
  groups: () => [...provinceKeys.all, 'groups'] as const,
  versions: (period: string) => [...provinceKeys.all, 'versions', period] as const,
  version: (period: string, version: number) => [...provinceKeys.versions(period), version] as const,
  explanation: (of: TableOf, cell: string) => [...provinceKeys.all, 'explanation', of, cell] as const,
}

function query({ period, area, reading }: TableOf, more: Readonly<Record<string, string>> = {}): string {
  return new URLSearchParams({
    ...(period === undefined ? {} : { period }),
    ...(area === undefined ? {} : { area }),
    reading,
    ...more,
  }).toString()
}

export function tableOptions(of: TableOf) {
  return queryOptions({
    queryKey: provinceKeys.table(of),
    queryFn: ({ signal }) => call({ path: `/api/province/${regime}?${query(of)}`, answer: provinceTable, signal }),
    placeholderData: keepPreviousData,
  })
}

export function explanationOptions(of: TableOf, { row, column }: CellPlace) {
  return queryOptions({
    queryKey: provinceKeys.explanation(of, `${row}.${column}`),
    queryFn: ({ signal }) =>
      call({
        path: `/api/province/${regime}/explain?${query(of, { row, column })}`,
        answer: explanation,
        signal,
      }),
  })
}

export function differenceOptions(of: TableOf) {
  return queryOptions({
    queryKey: provinceKeys.differences(of),
    queryFn: ({ signal }) =>
      call({ path: `/api/province/${regime}/differences?${query(of)}`, answer: differenceList, signal }),
  })
}

export function versionListOptions(period: string) {
  return queryOptions({
    queryKey: provinceKeys.versions(period),
    queryFn: ({ signal }) =>
      call({
        path: `/api/province/${regime}/versions?${new URLSearchParams({ period })}`,
        answer: versionList,
        signal,
      }),
  })
}

export function versionOptions(period: string, version: number) {
  return queryOptions({
    queryKey: provinceKeys.version(period, version),
    queryFn: ({ signal }) =>
      call({
        path: `/api/province/${regime}/versions/${version}?${new URLSearchParams({ period })}`,
        answer: versionView,
        signal,
      }),
  })
}

export function pinnedExplanationOptions({ period, version }: PinnedVersion, { row, column }: CellPlace) {
  return queryOptions({
    queryKey: [...provinceKeys.version(period, version), 'explanation', `${row}.${column}`],
    queryFn: ({ signal }) =>
      call({
        path: `/api/province/${regime}/versions/${version}/explain?${new URLSearchParams({ period, row, column })}`,
        answer: pinnedExplanation,
        signal,
      }),
    staleTime: Infinity,
  })
}

/** What was asked about reports of the period, closed or not, newest first; those about a cell are among it. */
export function reminderOptions(period: string) {
  return queryOptions({
    queryKey: provinceKeys.reminders(period),
    queryFn: ({ signal }) =>
      call({
        path: `/api/questions?${new URLSearchParams({ side: 'asked', state: 'all', period })}`,
        answer: questionList,
        signal,
      }),
  })
}

export function groupOptions() {
  return queryOptions({
    queryKey: provinceKeys.groups(),
    queryFn: ({ signal }) => call({ path: `/api/province/${regime}/area-groups`, answer: areaGroupList, signal }),
  })
}

export function questionOptions(period: string, { row, column }: { readonly row: string; readonly column: string }) {
  const search = new URLSearchParams({ side: 'asked', state: 'all', period, row, column })
  return queryOptions({
    queryKey: provinceKeys.questions(period, `${row}.${column}`),
    queryFn: ({ signal }) => call({ path: `/api/questions?${search}`, answer: questionList, signal }),
  })
}
