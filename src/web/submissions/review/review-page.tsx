import { useQueries, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { FormView } from '#contract/submissions.ts'
import { PageProblem } from '../../ui/page-problem.tsx'
import { formOptions, submissionOptions } from '../submission-queries.ts'
import { ReviewWork } from './review-work.tsx'

/** One submission, to look at and decide on. */
export function ReviewPage() {
  const { submissionId } = useParams({ from: '/inside/review/$submissionId' })
  const submission = useQuery(submissionOptions(submissionId))
  const forms = useQueries({
    queries: (submission.data?.forms ?? []).map(({ id }) => formOptions(submissionId, id)),
    combine: (results) => ({
      loaded: results.flatMap(({ data }): FormView[] => (data ? [data] : [])),
      error: results.find(({ error }) => error)?.error ?? null,
    }),
  })
  const isLoaded = submission.data && forms.loaded.length === submission.data.forms.length
  if (submission.data && isLoaded) {
    return <ReviewWork key={submissionId} submission={submission.data} forms={forms.loaded} />
  }
  return <PageProblem error={submission.error ?? forms.error} />
}
