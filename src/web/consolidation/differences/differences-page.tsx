import './differences.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Difference, DifferenceList } from '#contract/differences.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { differenceOptions } from '../province-queries.ts'
import { TableProblem } from '../table-problem.tsx'
import { DifferenceFilters } from './difference-filters.tsx'
import { DifferenceTable } from './difference-table.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { shownDifferences } from './shown-differences.ts'

/** Every figure of a period on which agencies differ, and whose word was chosen. */
export function DifferencesPage() {
  const text = useText()
  const words = text.consolidation
  const { period } = useParams({ from: '/inside/province/$period/differences' })
  const { reading = 'accepted' } = useSearch({ from: '/inside/province/$period/differences' })
  const { data, error, refetch } = useQuery(differenceOptions({ period, reading }))
  const title = data ? words.differencesOf(data.period.name) : words.differencesTitle
  return (
    <main className="page differences" id="main" tabIndex={-1}>
      <title>{`${title} · ${text.name.system}`}</title>
      <p className="crumb no-print">
        <Link to="/province/$period" params={{ period }} search={reading === 'accepted' ? {} : { reading }}>
          {words.backToTable}
        </Link>
      </p>
      <div className="page-head">
        <h1>{title}</h1>
        <p className="ink2">{words.differencesHint}</p>
      </div>
      {data ? (
        <Differences list={data} reading={reading} />
      ) : error ? (
        <TableProblem error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton label={text.common.loading} lines={8} />
      )}
    </main>
  )
}

interface DifferencesProps {
  readonly list: DifferenceList
  readonly reading: 'accepted' | 'provisional'
}

function Differences({ list, reading }: DifferencesProps) {
  const words = useText().consolidation
  const filters = useSearch({ from: '/inside/province/$period/differences' })
  const navigate = useNavigate({ from: '/province/$period/differences' })
  const [settling, setSettling] = useState<Difference | null>(null)
  const shown = shownDifferences(list.differences, filters)
  if (list.differences.length === 0) {
    return (
      <EmptyState icon="check" title={words.noDifferences} advice={words.noDifferencesAdvice}>
        <Link to="/province/$period" params={{ period: list.period.label }} className={buttonClass()}>
          {words.backToTable}
        </Link>
      </EmptyState>
    )
  }
  return (
    <>
      <DifferenceFilters
        list={list}
        filters={filters}
        onChange={(search) => void navigate({ search, replace: true })}
      />
      {shown.length === 0 ? (
        <EmptyState icon="check" title={words.noneLeft} advice={words.noneLeftAdvice}>
          <Button onClick={() => void navigate({ search: { reading: filters.reading, show: 'all' }, replace: true })}>
            {words.clearFilters}
          </Button>
        </EmptyState>
      ) : (
        <DifferenceTable differences={shown} onSettle={list.can.includes('settle') ? setSettling : undefined} />
      )}
      {settling ? (
        <SettleDialog list={list} difference={settling} reading={reading} onClose={() => setSettling(null)} />
      ) : null}
    </>
  )
}
