/** What this slice asks the server. The whole list of indicators is asked once: filters work on it as one types. */
import { queryOptions } from '@tanstack/react-query'
import { indicatorDetail, indicatorList } from '#contract/catalogue.ts'
import { call } from '../platform/api.ts'

export const catalogueKeys = {
  all: ['catalogue'] as const,
  indicators: () => [...catalogueKeys.all, 'indicators'] as const,
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
