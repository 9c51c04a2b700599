import { Link } from '@tanstack/react-router'
import type { CheckRuleTrial } from '#contract/check-rules.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'

/** «Sẽ báo 7 trên 240», and the seven: where, what it would say, and the report itself. */
export function TrialResult({ result }: { readonly result: CheckRuleTrial }) {
  const text = useText().checkRules
  const { told, found, untold, reports, reportsFound, findings } = result
  if (told + untold === 0) return <p className="ink2">{text.nothingAsked}</p>
  return (
    <>
      <p className="trial-sum" role="status">
        <b className={found > 0 ? 'warn' : 'ok'}>
          <Icon name={found > 0 ? 'warn' : 'check'} /> {text.wouldFind(found, told)}
        </b>
        <span className="ink2">
          {text.inReports(reportsFound, reports)}
          {untold > 0 ? `; ${text.untold(untold)}` : ''}
        </span>
      </p>
      {found === 0 ? <p className="ink2">{text.nothingFound}</p> : <FindingTable findings={findings} />}
      {findings.length < found ? <p className="xs mut">{text.onlyFirst(findings.length)}</p> : null}
    </>
  )
}

function FindingTable({ findings }: Pick<CheckRuleTrial, 'findings'>) {
  const text = useText().checkRules
  return (
    <div className="trial-scroll">
      <table className="trial-table">
        <thead>
          <tr>
            <th scope="col">{text.period}</th>
            <th scope="col">{text.agency}</th>
            <th scope="col">{text.cell}</th>
            <th scope="col">{text.says}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((it) => (
            <tr key={`${it.submissionId} ${it.formId} ${it.row}.${it.column}`}>
              <td className="nw">{it.period}</td>
              <td>{it.agency}</td>
              <th scope="row">
                {it.canOpen ? (
                  <Link
                    to="/review/$submissionId"
                    params={{ submissionId: it.submissionId }}
                    search={{ view: 'all', form: it.formId }}
                    title={text.open}
                  >
                    {it.cell}
                  </Link>
                ) : (
                  it.cell
                )}
              </th>
              <td>{it.text === '' ? <span className="mut">{text.quoteHidden}</span> : it.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
