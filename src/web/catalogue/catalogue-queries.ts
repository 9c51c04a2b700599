/** What this slice asks the server. The whole list of indicators is asked once: filters work on it as one types. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { areaList, indicatorDetail, indicatorList } from '#contract/catalogue.ts'
import { type TrialRequest, trial } from '#contract/explanation.ts'
import { call } from '../platform/api.ts'

export const catalogueKeys = {
  all: ['catalogue'] as const,
  indicators: () => [...catalogueKeys.all, 'indicators'] as const,
  areas: () => [...catalogueKeys.all, 'areas'] as const,
  trial: (of: TrialRequest) => [...catalogueKeys.all, 'trial', of] as const,
  indicator: (code: string) => [...catalogueKeys.all, 'indicator', code] as const,
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
    queryKey: catalogueKeys.trial(of),
    queryFn: ({ signal }) => call({ path: '/api/figures/try', method: 'POST', body: of, answer: trial, signal }),
    placeholderData: keepPreviousData,
    enabled: of.formula !== '' && of.areas.length > 0 && of.periods.length > 0,
  })
}
