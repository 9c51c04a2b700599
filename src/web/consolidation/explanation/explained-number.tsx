import type { Explanation } from '#contract/province.ts'
import { ExplainedValue } from '../../explanation/explained-value.tsx'
import { columnAndPeriod, differsFromAccepted } from '../../explanation/explanation-text.ts'
import { OtherSourceLine } from '../../explanation/other-source-line.tsx'
import { spokenValue } from '../../explanation/spoken-value.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { Tag } from '../../ui/tag.tsx'
import { SettlementLines } from '../differences/settlement-lines.tsx'
import { ratioWords } from '../ratio-words.ts'
import type { Column, Row } from '../row-attention.ts'
import { isPartial } from '../shown-value.ts'

interface ExplainedNumberProps {
  readonly explanation: Explanation
  readonly row: Row | undefined
  readonly columns: readonly Column[]
  readonly column: string
}

/** The number, what it is, how it compares, and what would be said without what is not accepted yet. */
export function ExplainedNumber({ explanation: it, row, columns, column }: ExplainedNumberProps) {
  const text = useText()
  const words = text.province.explain
  const { node } = it
  const own = row?.cells.find((cell) => cell.column === column)
  const heading = columns.find(({ key }) => key === column)
  const isShort = row && own && heading ? isPartial({ cell: own, row, column: heading }) : false
  const changes = row ? ratioWords(text, { row, columns, column }) : []
  return (
    <section className="explain-part">
      <p className="ink2">
        {it.rowLabel} · {columnAndPeriod(it)}
      </p>
      <ExplainedValue node={node}>
        {isShort ? (
          <Tag look="warn" icon="pie">
            {words.partial}
          </Tag>
        ) : null}
        {it.reading === 'provisional' ? <Tag look="warn">{words.provisional}</Tag> : null}
        {own?.vintage ? <Tag>{text.vintages[own.vintage]}</Tag> : null}
      </ExplainedValue>
      {changes.length > 0 ? <p className="ink2">{changes.join(' · ')}</p> : null}
      <ul className="explain-notes">
        {isShort && own && own.missing.length > 0 ? (
          <li>
            <Icon name="pie" size={14} /> <span>{text.province.partialMissing(own.missing.join(', '))}</span>
          </li>
        ) : null}
        {it.earlierReports.length > 0 ? (
          <li>
            <Icon name="clock" size={14} />{' '}
            <span>{text.consolidation.earlierReport(it.earlierReports.join(', '))}</span>
          </li>
        ) : null}
        {it.acceptedOnly && differsFromAccepted(it) ? (
          <AcceptedOnly accepted={it.acceptedOnly} decimals={node.decimals} />
        ) : null}
        {it.otherSources.map((source) => (
          <OtherSourceLine
            key={`${source.area} ${source.agency} ${source.vintage}`}
            source={source}
            decimals={node.decimals}
          />
        ))}
        <SettlementLines explanation={it} />
      </ul>
    </section>
  )
}

interface AcceptedOnlyProps {
  readonly accepted: NonNullable<Explanation['acceptedOnly']>
  readonly decimals: number
}

function AcceptedOnly({ accepted: { value, counted, total }, decimals }: AcceptedOnlyProps) {
  const text = useText()
  const words = text.province.explain
  return (
    <li>
      <Icon name="check" size={14} />
      <span>
        {words.acceptedOnly} <b className="num-inline">{spokenValue(text, value, decimals)}</b>
        {counted < total && total > 1 ? words.newParts(counted, total) : ''}
      </span>
    </li>
  )
}
