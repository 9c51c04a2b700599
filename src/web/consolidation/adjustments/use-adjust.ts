/** Writes adjustments and asks the table again: what came of it is what the server says. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import type { NewAdjustment } from '#contract/adjustments.ts'
import { call } from '../../platform/api.ts'
import { provinceKeys, regime } from '../province-queries.ts'

const made = z.strictObject({ id: z.string() })

export function useAdjust() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, body }: { readonly key: string; readonly body: NewAdjustment }) =>
      call({ path: `/api/province/${regime}/adjustments`, method: 'POST', key, body, answer: made }),
    onSettled: () => queries.invalidateQueries({ queryKey: provinceKeys.all }),
  })
}

export function useWithdrawal(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, reason }: { readonly key: string; readonly reason: string }) =>
      call({
        path: `/api/province/${regime}/adjustments/${encodeURIComponent(id)}/withdrawal`,
        method: 'POST',
        key,
        body: { reason },
        answer: made,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: provinceKeys.all }),
  })
}
