import './explain.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { CopyExplanation } from './copy-explanation.tsx'
import { ExplainHead } from './explain-head.tsx'
import { ExplainHistory } from './explain-history.tsx'
import { ExplanationTree } from './explanation-tree.tsx'
import { FormulaLines } from './formula-lines.tsx'
import { explanationOptions, type TableOf } from './province-queries.ts'

interface ExplainPanelProps {
  readonly table: ProvinceTable
  readonly of: TableOf
  readonly cell: string
  onClose(): void
}

/** Number, what it is, formula in words then in figures, parts down to one cell, history. */
export function ExplainPanel({ table, of, cell, onClose }: ExplainPanelProps) {
  const text = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const dot = cell.indexOf('.')
  const place = { row: cell.slice(0, dot), column: cell.slice(dot + 1) }
  const { data, error } = useQuery(explanationOptions(of, place))
  useEffect(() => heading.current?.focus(), [])
  return (
    <aside
      className="explain no-print"
      aria-labelledby="explain-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="explain-bar">
        <h2 id="explain-title" ref={heading} tabIndex={-1} className="grow">
          {text.province.explain}
        </h2>
        <button type="button" className="btn btn-quiet" aria-label={text.province.closeExplain} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {error ? <ProblemNote error={error} /> : null}
      {!data && !error ? <Skeleton label={text.common.loading} lines={8} /> : null}
      {data ? (
        <>
          <div className="explain-scroll">
            <ExplainHead table={table} explanation={data} place={place} />
            {data.node.formula === null ? null : (
              <section>
                <h3>{text.province.formula}</h3>
                <FormulaLines formula={data.node.formula} />
              </section>
            )}
            <section>
              <h3>{data.node.parts.length > 0 ? text.province.parts : text.province.origin}</h3>
              <ExplanationTree node={data.node} />
            </section>
            <ExplainHistory explanation={data} />
          </div>
          <CopyExplanation explanation={data} />
        </>
      ) : null}
    </aside>
  )
}
