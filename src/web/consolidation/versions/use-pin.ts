/** Pins the table as it was seen; what moved meanwhile is refused, and the table is asked for again. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { type newVersion, versionSummary } from '#contract/versions.ts'
import { call } from '../../platform/api.ts'
import { provinceKeys, regime } from '../province-queries.ts'

type NewVersion = z.infer<typeof newVersion>

export function usePin() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, body }: { readonly key: string; readonly body: NewVersion }) =>
      call({ path: `/api/province/${regime}/versions`, method: 'POST', key, body, answer: versionSummary }),
    onSettled: () => queries.invalidateQueries({ queryKey: provinceKeys.all }),
  })
}
