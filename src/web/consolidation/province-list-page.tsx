import './province.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { fullDay } from '../platform/clock.ts'
import { useText } from '../platform/text/use-text.ts'
import { buttonClass } from '../ui/button.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { AgencySummary } from './agency-summary.tsx'
import { tableOptions } from './province-queries.ts'

/** The periods that have a table, the present one with how many agencies are in. */
export function ProvinceListPage() {
  const text = useText()
  const { data, error } = useQuery(tableOptions({ reading: 'provisional' }))
  return (
    <main className="page" id="main" tabIndex={-1}>
      <title>{`${text.province.title} · ${text.name.system}`}</title>
      <div className="page-head">
        <h1>{text.province.title}</h1>
        <p className="ink2">{text.province.listHint}</p>
      </div>
      {error && !data ? <ProblemNote error={error} /> : null}
      {!data && !error ? <Skeleton label={text.common.loading} /> : null}
      {data ? (
        <ul className="card periods" aria-label={text.province.listTitle}>
          {data.periods.map((period) => {
            const isShown = period.label === data.period.label
            return (
              <li key={period.label}>
                <div className="grow">
                  <p className="row">
                    <Link to="/province/$period" params={{ period: period.label }} className="period-name">
                      {period.name}
                    </Link>
                    {isShown ? <Tag look="info">{text.province.latest}</Tag> : null}
                  </p>
                  <small className="mut">
                    {text.province.takenFor} {text.province.span(fullDay(period.from), fullDay(period.to))}
                  </small>
                  {isShown ? <AgencySummary agencies={data.agencies} /> : null}
                </div>
                <Link
                  to="/province/$period"
                  params={{ period: period.label }}
                  className={buttonClass()}
                  aria-label={text.province.openFor(period.name)}
                >
                  {text.province.open}
                </Link>
              </li>
            )
          })}
        </ul>
      ) : null}
    </main>
  )
}
