import '../explanation/explain.css'
import { useQuery } from '@tanstack/react-query'
import type { ExplorerTable } from '#contract/explorer.ts'
import { FormulaNote } from '../explanation/formula-note.tsx'
import { HistoryList } from '../explanation/history-list.tsx'
import { PartTree } from '../explanation/part-tree.tsx'
import { usePanelFocus } from '../explanation/use-panel-focus.ts'
import { WhatMoved } from '../explanation/what-moved.tsx'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { explainQueryOf } from './explain-query.ts'
import { ExplainedFigure } from './explained-figure.tsx'
import { explanationOptions } from './explorer-queries.ts'
import { useExplorer } from './use-explorer.ts'

interface ExplainPanelProps {
  readonly cell: string
  readonly table: ExplorerTable
}

/** Why one figure of the table is what it is, down to the cell, the person and the minute. */
export function ExplainPanel({ cell, table }: ExplainPanelProps) {
  const text = useText()
  const words = text.province.explain
  const { definition, explain } = useExplorer()
  const query = explainQueryOf(cell, { ...definition, level: table.level })
  const { data, error, refetch } = useQuery({ ...explanationOptions(query ?? ''), enabled: query !== undefined })
  const close = (): void => {
    explain(undefined)
    const open = [...document.querySelectorAll<HTMLElement>('td.is-open')].find((it) => it.offsetParent !== null)
    const whereItStood = open ?? document.querySelector<HTMLElement>('figure.chart')
    whereItStood?.focus()
  }
  const heading = usePanelFocus(cell, close)
  return (
    <aside className="explain no-print" aria-labelledby="explain-title">
      <div className="explain-head">
        <h2 id="explain-title" ref={heading} tabIndex={-1}>
          {words.title}
        </h2>
        <Button look="quiet" isSmall aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </Button>
      </div>
      {data ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <section className="explain-body" tabIndex={0} aria-labelledby="explain-title">
          <ExplainedFigure explanation={data} />
          <FormulaNote node={data.node} />
          <PartTree explanation={data} />
          <WhatMoved explanation={data} />
          <HistoryList explanation={data} />
        </section>
      ) : (
        <div className="explain-body">
          {error ? (
            <ProblemNote error={error}>
              <Button onClick={() => void refetch()}>{text.common.retry}</Button>
            </ProblemNote>
          ) : (
            <Skeleton label={text.common.loading} lines={9} />
          )}
        </div>
      )}
    </aside>
  )
}
