import './list.css'
import { useState } from 'react'
import type { SubmissionSummary } from '#contract/submissions.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { SubmissionRow } from './submission-row.tsx'

const pageSize = 50

interface SubmissionTableProps {
  readonly label: string
  readonly submissions: readonly SubmissionSummary[]
  /** Where a row leads: to typing, or to the differences. */
  readonly leadsTo: 'entry' | 'review'
}

export function SubmissionTable({ label, submissions, leadsTo }: SubmissionTableProps) {
  const text = useText().list
  const [pages, setPages] = useState(1)
  const shown = submissions.slice(0, pages * pageSize)
  const left = submissions.length - shown.length
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
          {shown.map((submission) => (
            <SubmissionRow key={submission.id} submission={submission} leadsTo={leadsTo} />
          ))}
        </tbody>
      </table>
      {left > 0 ? (
        <p className="list-more">
          <Button onClick={() => setPages(pages + 1)}>{text.more(Math.min(left, pageSize), left)}</Button>
        </p>
      ) : null}
    </>
  )
}
