import './versions.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { pinnedContent, type VersionList as VersionListView } from '#contract/versions.ts'
import { parsePeriod, periodName } from '#core/period/period.ts'
import { useText } from '../../platform/text/use-text.ts'
import { buttonClass } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { versionListOptions, versionOptions } from '../province-queries.ts'
import { TableProblem } from '../table-problem.tsx'
import { VersionDetail } from './version-detail.tsx'
import { VersionList } from './version-list.tsx'

/** The versions pinned for a period, each exactly as it was, laid against the one before and against the present. */
export function VersionsPage() {
  const text = useText()
  const words = text.consolidation
  const { period } = useParams({ from: '/inside/province/$period/versions' })
  const { data, error, refetch } = useQuery(versionListOptions(period))
  const named = parsePeriod(period)
  const title = named ? words.versionsOf(periodName(named)) : words.versionsTitle
  return (
    <main className="page versions" id="main" tabIndex={-1}>
      <p className="crumb no-print">
        <Link to="/province/$period" params={{ period }}>
          {words.backToTable}
        </Link>
      </p>
      {data && data.versions.length > 0 ? (
        <Versions title={title} period={period} list={data} />
      ) : (
        <div className="page-head">
          <title>{`${title} · ${text.name.system}`}</title>
          <h1>{title}</h1>
        </div>
      )}
      {data?.versions.length === 0 ? (
        <EmptyState icon="lock" title={words.noVersions} advice={words.noVersionsAdvice}>
          <Link to="/province/$period" params={{ period }} className={buttonClass()}>
            {words.backToTable}
          </Link>
        </EmptyState>
      ) : null}
      {error ? <TableProblem error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Skeleton label={text.common.loading} lines={8} />}
    </main>
  )
}

interface VersionsProps {
  readonly title: string
  readonly period: string
  readonly list: VersionListView
}

function Versions({ title, period, list: { versions, approved } }: VersionsProps) {
  const text = useText()
  const words = text.consolidation
  const { version = versions[0]?.version ?? 1 } = useSearch({ from: '/inside/province/$period/versions' })
  const { data, error, refetch } = useQuery(versionOptions(period, version))
  const content = data && pinnedContent.parse(JSON.parse(data.content))
  return (
    <>
      <title>{`${title} · ${text.name.system}`}</title>
      <div className="page-head no-print">
        <h1>{title}</h1>
        <p className="ink2">{words.versionsHint}</p>
      </div>
      <div className="versions-body">
        <VersionList versions={versions} chosen={version} />
        {data && content ? (
          <VersionDetail period={period} version={data} content={content} approved={approved} />
        ) : null}
        {error ? <TableProblem error={error} onRetry={() => void refetch()} /> : null}
        {data || error ? null : <Skeleton label={text.common.loading} lines={8} />}
      </div>
    </>
  )
}
