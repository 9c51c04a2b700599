import { useQuery } from '@tanstack/react-query'
import { FormulaNote } from '../../explanation/formula-note.tsx'
import { OtherSourceLine } from '../../explanation/other-source-line.tsx'
import { PartTree } from '../../explanation/part-tree.tsx'
import { WhatMoved } from '../../explanation/what-moved.tsx'
import { useText } from '../../platform/text/use-text.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { explanationOptions, type ReadingAsked } from '../catalogue-queries.ts'

/** How a figure comes about: formula, parts down to the cells, other sources, and what moved since the version before. */
export function ValueExplanation({ of }: { readonly of: ReadingAsked }) {
  const text = useText()
  const { data, error } = useQuery(explanationOptions(of))
  if (!data) return error ? <ProblemNote error={error} /> : <Skeleton label={text.common.loading} lines={4} />
  return (
    <div className="value-explanation">
      <FormulaNote node={data.node} />
      <PartTree explanation={data} />
      {data.otherSources.length > 0 ? (
        <ul className="explain-notes">
          {data.otherSources.map((source) => (
            <OtherSourceLine
              key={`${source.area} ${source.agency} ${source.vintage}`}
              source={source}
              decimals={data.node.decimals}
            />
          ))}
        </ul>
      ) : null}
      <WhatMoved explanation={data} />
    </div>
  )
}
