/** What this slice asks the server. The whole list of indicators is asked once: filters work on it as one types. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { areaList, indicatorDetail, indicatorList } from '#contract/catalogue.ts'
import { figureExplanation, type TrialRequest, trial } from '#contract/explanation.ts'
import { call } from '../platform/api.ts'

export const catalogueKeys = {
  all: ['catalogue'] as const,
  indicators: () => [...catalogueKeys.all, 'indicators'] as const,
  areas: () => [...catalogueKeys.all, 'areas'] as const,
  indicator: (code: string) => [...catalogueKeys.all, 'indicator', code] as const,
}

/** Apart from the catalogue itself: these move with every figure. */
export const readingKeys = {
  all: ['readings'] as const,
  trial: (of: TrialRequest) => [...readingKeys.all, 'trial', of] as const,
  explanation: (of: ReadingAsked) => [...readingKeys.all, 'explanation', of] as const,
}

export interface ReadingAsked {
  readonly indicator: string
  readonly area: string
  readonly period: string
}

export function indicatorsOptions() {
  return queryOptions({
    queryKey: catalogueKeys.indicators(),
    queryFn: ({ signal }) => call({ path: '/api/catalogue/indicators', answer: indicatorList, signal }),
  })
}

export function indicatorOptions(code: string) {
  return queryOptions({
    queryKey: catalogueKeys.indicator(code),
    queryFn: ({ signal }) =>
      call({ path: `/api/catalogue/indicators/${encodeURIComponent(code)}`, answer: indicatorDetail, signal }),
  })
}

export function areasOptions() {
  return queryOptions({
    queryKey: catalogueKeys.areas(),
    queryFn: ({ signal }) => call({ path: '/api/catalogue/areas', answer: areaList, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** A formula on real figures; what it gave before stays while the next answer is on its way. */
export function trialOptions(of: TrialRequest) {
  return queryOptions({
    queryKey: readingKeys.trial(of),
    queryFn: ({ signal }) => call({ path: '/api/figures/try', method: 'POST', body: of, answer: trial, signal }),
    placeholderData: keepPreviousData,
    enabled: of.formula !== '' && of.areas.length > 0 && of.periods.length > 0,
  })
}

export function explanationOptions(of: ReadingAsked) {
  return queryOptions({
    queryKey: readingKeys.explanation(of),
    queryFn: ({ signal }) =>
      call({ path: `/api/figures/explain?${new URLSearchParams({ ...of })}`, answer: figureExplanation, signal }),
  })
}
