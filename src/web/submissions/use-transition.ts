/** One step of the path. The hash of what was seen goes with it: if the content has moved since, the step is refused. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmissionView, submissionView, type TransitionInput } from '#contract/submissions.ts'
import { call } from '../platform/api.ts'
import { useRepeatableKey } from '../platform/repeatable-key.ts'
import { deskKey, submissionKeys } from './submission-queries.ts'

export type Step = Omit<TransitionInput, 'contentHash'>

export function useStep(submission: Pick<SubmissionView, 'id' | 'contentHash'>) {
  const queries = useQueryClient()
  const key = useRepeatableKey()
  return useMutation({
    mutationFn: (step: Step) =>
      call({
        path: `/api/submissions/${encodeURIComponent(submission.id)}/transitions`,
        method: 'POST',
        key: key.of([submission.id, submission.contentHash, step]),
        body: { ...step, contentHash: submission.contentHash },
        answer: submissionView,
      }),
    onSuccess: (after) => {
      key.done()
      queries.setQueryData(submissionKeys.one(after.id), after)
      void queries.invalidateQueries({ queryKey: submissionKeys.all })
      void queries.invalidateQueries({ queryKey: deskKey })
    },
    onError: () => queries.invalidateQueries({ queryKey: submissionKeys.one(submission.id) }),
  })
}
