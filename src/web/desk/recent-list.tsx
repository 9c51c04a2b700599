import { Link } from '@tanstack/react-router'
import type { SubmissionSummary } from '#contract/submissions.ts'
import { useActingAgency } from '../platform/session.ts'
import { spokenMoment } from '../platform/text/moments.ts'
import { reportTitle } from '../platform/text/report-title.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'

export function RecentList({ submissions }: { readonly submissions: readonly SubmissionSummary[] }) {
  const text = useText()
  const agency = useActingAgency()
  const isOwn = ({ agencyShortName }: SubmissionSummary): boolean => agencyShortName === agency?.shortName
  if (submissions.length === 0) return null
  return (
    <aside aria-labelledby="recent" className="recent">
      <div className="section-head">
        <h2 id="recent">{text.desk.recent}</h2>
      </div>
      <ul className="card">
        {submissions.map((it) => (
          <li key={it.id}>
            <Link to="/review/$submissionId" params={{ submissionId: it.id }}>
              {isOwn(it) ? reportTitle(it.regime, it.period.name) : `${it.agencyShortName} · ${it.period.name}`}
            </Link>
            <small className={it.state === 'accepted' ? 'ok' : 'mut'}>
              {it.state === 'accepted' ? <Icon name="check" size={14} /> : null}{' '}
              {text.desk.stateSince(text.states[it.state], spokenMoment(text, it.stateSince))}
              {it.isLate ? <span className="warn">, {text.desk.late}</span> : null}
            </small>
          </li>
        ))}
      </ul>
    </aside>
  )
}
