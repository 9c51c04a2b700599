import './list.css'
import type { SubmissionSummary } from '#contract/submissions.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { SubmissionRow } from './submission-row.tsx'
import type { Further } from './use-list.ts'

interface SubmissionTableProps {
  readonly label: string
  readonly submissions: readonly SubmissionSummary[]
  readonly more: Further
  /** Where a row leads: to typing, or to the differences. */
  readonly leadsTo: 'entry' | 'review'
}

export function SubmissionTable({ label, submissions, more, leadsTo }: SubmissionTableProps) {
  const text = useText().list
  return (
    <>
      <table className="card list" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{leadsTo === 'entry' ? text.report : text.agency}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.holder}</th>
            <th scope="col">{text.progress}</th>
            <th scope="col">{text.due}</th>
            <th scope="col">
              <span className="sr">{text.action}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {submissions.map((submission) => (
            <SubmissionRow key={submission.id} submission={submission} leadsTo={leadsTo} />
          ))}
        </tbody>
      </table>
      {more ? (
        <p className="list-more">
          <Button disabled={more.isLoading} onClick={more.load}>
            {text.more(more.left)}
          </Button>
        </p>
      ) : null}
    </>
  )
}
