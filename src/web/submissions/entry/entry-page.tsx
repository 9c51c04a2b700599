import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { phone, useMedia } from '../../platform/use-media.ts'
import { PageProblem } from '../../ui/page-problem.tsx'
import { formOptions, submissionOptions } from '../submission-queries.ts'
import { EntryWork } from './entry-work.tsx'
import { PhoneEntry } from './phone/phone-entry.tsx'

/** One form of one submission, to type into. */
export function EntryPage() {
  const { submissionId, formId } = useParams({ from: '/inside/entry/$submissionId/$formId' })
  const submission = useQuery(submissionOptions(submissionId))
  const form = useQuery(formOptions(submissionId, Number(formId)))
  const isPhone = useMedia(phone)
  const Work = isPhone ? PhoneEntry : EntryWork
  const error = submission.error ?? form.error
  if (submission.data && form.data) {
    return <Work key={`${submissionId}/${formId}`} submission={submission.data} form={form.data} />
  }
  return <PageProblem error={error} />
}
