import { Link } from '@tanstack/react-router'
import type { SubmissionSummary } from '#contract/submissions.ts'
import { shortMoment } from '../../platform/clock.ts'
import { terseMoment } from '../../platform/text/moments.ts'
import { reportTitle } from '../../platform/text/report-title.ts'
import { useText } from '../../platform/text/use-text.ts'
import { buttonClass } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { StateTag } from '../../ui/steps/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'

interface SubmissionRowProps {
  readonly submission: SubmissionSummary
  readonly leadsTo: 'entry' | 'review'
}

export function SubmissionRow({ submission: it, leadsTo }: SubmissionRowProps) {
  const text = useText()
  const title = reportTitle(it.regime, it.period.name)
  const filled = it.forms.reduce((sum, form) => sum + form.filled, 0)
  const toFill = it.forms.reduce((sum, form) => sum + form.toFill, 0)
  return (
    <tr>
      <th scope="row">
        {leadsTo === 'entry' ? title : it.agency}
        {leadsTo === 'entry' ? null : <small>{title}</small>}
      </th>
      <td>
        <StateTag state={it.state} />
        {it.returned === null || it.state !== 'draft' ? null : (
          <Tag look="bad" icon="return">
            {text.list.returned}
          </Tag>
        )}
        {it.isLate ? (
          <Tag look="warn" icon="clock">
            {text.list.late}
          </Tag>
        ) : null}
        <small>{shortMoment(it.stateSince)}</small>
      </td>
      <td>{it.holder}</td>
      <td className="list-progress">
        <ProgressBar value={filled} of={toFill} label={text.common.filled(filled, toFill)} />
        <span className="num">
          {filled}/{toFill}
        </span>
      </td>
      <td className="num list-due">
        <span className="list-due-word">{text.list.due} </span>
        {terseMoment(it.dueAt)}
      </td>
      <td className="list-action">
        <RowLink submission={it} leadsTo={leadsTo} title={leadsTo === 'entry' ? title : it.agency} />
      </td>
    </tr>
  )
}

function RowLink({ submission, leadsTo, title }: SubmissionRowProps & { readonly title: string }) {
  const text = useText()
  const form = submission.forms.find(({ filled, toFill }) => filled < toFill) ?? submission.forms[0]
  if (leadsTo === 'entry' && form) {
    const says = submission.state === 'draft' ? text.list.enter : text.list.look
    return (
      <Link
        to="/entry/$submissionId/$formId"
        params={{ submissionId: submission.id, formId: String(form.id) }}
        className={buttonClass('outline', true)}
        aria-label={`${says}: ${title}`}
      >
        {says}
      </Link>
    )
  }
  const verb = submission.can.find((it) => it !== 'withdraw' && it !== 'sendBack')
  const says = verb === undefined ? text.list.look : text.desk.decide[verb]
  return (
    <Link
      to="/review/$submissionId"
      params={{ submissionId: submission.id }}
      className={buttonClass('outline', true)}
      aria-label={`${says}: ${title}`}
    >
      {says}
    </Link>
  )
}
