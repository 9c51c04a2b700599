/** A step of a version, on the content and in the state that are on screen; moved meanwhile, it is refused. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type VersionList, type VersionView, versionView } from '#contract/versions.ts'
import { call } from '../../platform/api.ts'
import { useRepeatableKey } from '../../platform/repeatable-key.ts'
import type { GivenStep } from '../../ui/steps/take-step.ts'
import { provinceKeys, regime, versionListOptions } from '../province-queries.ts'

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
      // The list beside it says the same at once: its own answer also counts what the present has moved.
      queries.setQueryData(versionListOptions(period).queryKey, (list) => list && withStep(list, after))
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: provinceKeys.all })
      void queries.invalidateQueries({ queryKey: ['desk'] })
    },
  })
}

function withStep(list: VersionList, { version, state, successor }: VersionView): VersionList {
  const versions = list.versions.map((one) => (one.version === version ? { ...one, state, successor } : one))
  return { ...list, versions }
}
