import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ExplorerTable } from '#contract/explorer.ts'
import { ExplainFrame } from '../explanation/explain-frame.tsx'
import { FormulaNote } from '../explanation/formula-note.tsx'
import { HistoryList } from '../explanation/history-list.tsx'
import { PartTree } from '../explanation/part-tree.tsx'
import { WhatMoved } from '../explanation/what-moved.tsx'
import { explainQueryOf } from './explain-query.ts'
import { ExplainedFigure } from './explained-figure.tsx'
import { explanationOptions } from './explorer-queries.ts'
import { useExplorer } from './use-explorer.ts'

interface ExplainPanelProps {
  readonly cell: string
  readonly table: ExplorerTable
}

/** Why one figure of the table or its chart is what it is, down to the cell, the person and the minute. */
export function ExplainPanel({ cell, table }: ExplainPanelProps) {
  const { definition, explain } = useExplorer()
  const query = explainQueryOf(cell, { ...definition, level: table.level })
  const { data, error, refetch } = useQuery({ ...explanationOptions(query ?? ''), enabled: query !== undefined })
  useEffect(showOpenCell, [])
  const close = (): void => {
    explain(undefined)
    const whereItStood = openCell() ?? document.querySelector<HTMLElement>('figure.chart')
    whereItStood?.focus()
  }
  return (
    <ExplainFrame of={cell} error={error} isFloating onRetry={() => void refetch()} onClose={close}>
      {data ? (
        <>
          <ExplainedFigure explanation={data} />
          <FormulaNote node={data.node} />
          <PartTree explanation={data} />
          <WhatMoved explanation={data} />
          <HistoryList explanation={data} />
        </>
      ) : null}
    </ExplainFrame>
  )
}

/** Of the table, or of the list below the chart while that is open. */
function openCell(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('td.is-open')].find((it) => !it.closest('details:not([open])'))
}

/** Beside the panel the table is narrower, and its cell may have moved out of sight; who asked the chart keeps the chart. */
function showOpenCell(): void {
  if (document.activeElement?.closest('figure.chart')) return
  document.querySelector('.figure-table td.is-open')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
