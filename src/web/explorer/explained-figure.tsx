import type { FigureExplanation } from '#contract/explanation.ts'
import { ExplainedValue } from '../explanation/explained-value.tsx'
import { OtherSourceLine } from '../explanation/other-source-line.tsx'
import { useText } from '../platform/text/use-text.ts'
import { Tag } from '../ui/tag.tsx'

/** The figure, what it is, what it lacks, and who says otherwise. */
export function ExplainedFigure({ explanation: it }: { readonly explanation: FigureExplanation }) {
  const text = useText()
  const words = text.province.explain
  const { decimals, vintage } = it.node
  return (
    <section className="explain-part">
      <p className="ink2">{[it.label, it.areaName, it.periodName].join(' · ')}</p>
      <ExplainedValue node={it.node}>
        {it.isPartial ? (
          <Tag look="warn" icon="pie">
            {words.partial}
          </Tag>
        ) : null}
        {it.level === 'sent' ? <Tag look="warn">{words.provisional}</Tag> : null}
        {vintage ? <Tag>{text.vintages[vintage]}</Tag> : null}
      </ExplainedValue>
      <ul className="explain-notes">
        {it.missing.length > 0 ? <li className="is-missing">{text.explorer.missing(it.missing.join(', '))}</li> : null}
        {it.otherSources.map((source) => (
          <OtherSourceLine
            key={`${source.area} ${source.agency} ${source.vintage}`}
            source={source}
            decimals={decimals}
          />
        ))}
      </ul>
    </section>
  )
}
