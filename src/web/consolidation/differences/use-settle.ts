/** Writes whose word counts; the answer is the list as it stands then. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { differenceList, type NewSettlement } from '#contract/differences.ts'
import { call } from '../../platform/api.ts'
import { provinceKeys, regime } from '../province-queries.ts'

export function useSettle() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, body }: { readonly key: string; readonly body: NewSettlement }) =>
      call({ path: `/api/province/${regime}/settlements`, method: 'POST', key, body, answer: differenceList }),
    onSettled: () => queries.invalidateQueries({ queryKey: provinceKeys.all }),
  })
}
