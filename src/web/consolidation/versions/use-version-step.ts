/** A step of a version, on the content and in the state that are on screen; moved meanwhile, it is refused. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type VersionView, versionView } from '#contract/versions.ts'
import { call } from '../../platform/api.ts'
import { useRepeatableKey } from '../../platform/repeatable-key.ts'
import type { GivenStep } from '../../ui/steps/take-step.ts'
import { provinceKeys, regime } from '../province-queries.ts'

export function useVersionStep(period: string, { version, contentHash, state }: VersionView) {
  const queries = useQueryClient()
  const key = useRepeatableKey()
  return useMutation({
    mutationFn: (step: GivenStep) =>
      call({
        path: `/api/province/${regime}/versions/${version}/steps`,
        method: 'POST',
        key: key.of([version, contentHash, state, step]),
        body: { ...step, period, contentHash, state },
        answer: versionView,
      }),
    onSuccess: (after) => {
      key.done()
      queries.setQueryData(provinceKeys.version(period, version), after)
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: provinceKeys.all })
      void queries.invalidateQueries({ queryKey: ['desk'] })
    },
  })
}
