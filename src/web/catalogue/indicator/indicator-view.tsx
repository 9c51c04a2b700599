import '../back-to-list.css'
import './indicator.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isProblem } from '../../platform/problem-error.ts'
import { useText } from '../../platform/text/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icons.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { indicatorOptions } from '../catalogue-queries.ts'
import type { IndicatorSearch } from '../indicators/indicator-search.ts'
import { IndicatorFacts } from './indicator-facts.tsx'
import { VersionList } from './version-list.tsx'

interface IndicatorViewProps {
  readonly code: string
  readonly filters: IndicatorSearch
}

/** One indicator in full. */
export function IndicatorView({ code, filters }: IndicatorViewProps) {
  const text = useText()
  const { data, error } = useQuery(indicatorOptions(code))
  const back = (
    <Link className="back-to-list no-print" to="/catalogue" search={filters}>
      <Icon name="left" size={14} /> {text.catalogue.toList}
    </Link>
  )
  if (isProblem(error, 'request.not-found'))
    return (
      <section>
        {back}
        <EmptyState icon="search" title={text.catalogue.unknown(code)} advice={text.catalogue.chooseAdvice} />
      </section>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className="card indicator" tabIndex={0} aria-label={data?.name ?? code}>
      {back}
      {data ? (
        <>
          <header className="indicator-head">
            <p className="mut">
              {data.code}
              {', '}
              {data.owner ? text.catalogue.detail.heldBy(data.owner.name) : text.catalogue.detail.noOwner}
            </p>
            <h2>{data.name}</h2>
          </header>
          <IndicatorFacts indicator={data} />
          <VersionList indicator={data} />
        </>
      ) : error ? (
        <ProblemNote error={error} />
      ) : (
        <Skeleton label={text.common.loading} lines={10} />
      )}
    </section>
  )
}
