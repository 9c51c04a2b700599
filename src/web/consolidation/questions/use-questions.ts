/** Puts and closes questions. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import type { NewQuestion } from '#contract/questions.ts'
import { call } from '../../platform/api.ts'
import { randomKey } from '../../platform/random-key.ts'
import { provinceKeys, regime } from '../province-queries.ts'

const put = z.strictObject({ id: z.string() })

export function useAsk() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, body }: { readonly key: string; readonly body: NewQuestion }) =>
      call({ path: `/api/province/${regime}/questions`, method: 'POST', key, body, answer: put }),
    onSettled: () => queries.invalidateQueries({ queryKey: provinceKeys.all }),
  })
}

export function useClosing() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      call({ path: `/api/questions/${id}/closing`, method: 'POST', key: randomKey(), body: {}, answer: put }),
    onSettled: () => queries.invalidateQueries({ queryKey: provinceKeys.all }),
  })
}
