import { useQuery } from '@tanstack/react-query'
import type { PinnedExplanation } from '#contract/pinned-explanation.ts'
import { ExplainFrame } from '../../explanation/explain-frame.tsx'
import { ExplainedValue } from '../../explanation/explained-value.tsx'
import { FormulaNote } from '../../explanation/formula-note.tsx'
import { isWithoutFigure } from '../../explanation/is-without-figure.ts'
import { PartTree } from '../../explanation/part-tree.tsx'
import { fullDay, timeOf } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Tag } from '../../ui/tag.tsx'
import { type CellPlace, focusCell } from '../../ui/use-cell-focus.ts'
import { pinnedExplanationOptions } from '../province-queries.ts'

interface PinnedExplainPanelProps {
  readonly period: string
  readonly version: number
  readonly cell: CellPlace
  onClose(): void
}

/** Why a number of a pinned version is what it is, as it was pinned. */
export function PinnedExplainPanel({ period, version, cell, onClose }: PinnedExplainPanelProps) {
  const words = useText().consolidation
  const { data, error, refetch } = useQuery(pinnedExplanationOptions({ period, version }, cell))
  const name = `${version} ${cell.row}.${cell.column}`
  const close = (): void => {
    onClose()
    focusCell(cell)
  }
  return (
    <ExplainFrame of={name} error={error} isFloating onRetry={() => void refetch()} onClose={close}>
      {data ? (
        <>
          <PinnedNumber explanation={data} />
          <FormulaNote node={data.node} />
          {isWithoutFigure(data.node) ? (
            <section className="explain-part">
              <p className="ink2">{words.notWhenPinned}</p>
            </section>
          ) : (
            <PartTree key={name} explanation={{ node: data.node, history: [] }} />
          )}
        </>
      ) : null}
    </ExplainFrame>
  )
}

function PinnedNumber({ explanation: it }: { readonly explanation: PinnedExplanation }) {
  const text = useText()
  const { vintage } = it.node
  return (
    <section className="explain-part">
      <p className="ink2">{[it.rowLabel, it.columnLabel].join(' · ')}</p>
      <ExplainedValue node={it.node}>
        {it.isPartial ? (
          <Tag look="warn" icon="pie">
            {text.province.explain.partial}
          </Tag>
        ) : null}
        {vintage ? <Tag>{text.vintages[vintage]}</Tag> : null}
      </ExplainedValue>
      <p className="mut">{text.consolidation.explainedAsPinned(it.version, `${timeOf(it.at)} ${fullDay(it.at)}`)}</p>
      {it.missing.length > 0 ? <p>{text.province.partialMissing(it.missing.join(', '))}</p> : null}
    </section>
  )
}
