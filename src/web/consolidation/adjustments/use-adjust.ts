/** Writes adjustments and asks the table again: what came of it is what the server says. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { z } from 'zod'
import type { NewAdjustment } from '#contract/adjustments.ts'
import { call } from '../../platform/api.ts'
import { randomKey } from '../../platform/random-key.ts'
import { provinceKeys, regime } from '../province-queries.ts'

const made = z.strictObject({ id: z.string() })

/** One key for as long as the box is open and the content is the same, so that a lost answer is not written twice. */
export function useRepeatableKey(content: unknown): string {
  const kept = useRef({ content: '', key: '' })
  const text = JSON.stringify(content)
  if (kept.current.content !== text) kept.current = { content: text, key: randomKey() }
  return kept.current.key
}

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
