import type { Difference } from '#contract/differences.ts'
import { shownNumber } from '../../explanation/spoken-value.ts'
import { fullDay, shortMoment } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'

interface DifferenceTableProps {
  readonly differences: readonly Difference[]
  /** Undefined for readers who may not decide. */
  readonly onSettle: ((difference: Difference) => void) | undefined
}

/** One figure a row: what stands in the table, what others say, how far apart, what was decided. */
export function DifferenceTable({ differences, onSettle }: DifferenceTableProps) {
  const words = useText().consolidation
  return (
    <table className="difference-table card">
      <thead>
        <tr>
          <th scope="col">{words.figure}</th>
          <th scope="col">{words.area}</th>
          <th scope="col" className="num">
            {words.inTable}
          </th>
          <th scope="col" className="num">
            {words.othersSay}
          </th>
          <th scope="col" className="num">
            {words.differsBy}
          </th>
          <th scope="col">{words.decision}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((it) => (
          <DifferenceRow key={`${it.row} ${it.column} ${it.area.code}`} it={it} onSettle={onSettle} />
        ))}
      </tbody>
    </table>
  )
}

interface DifferenceRowProps {
  readonly it: Difference
  readonly onSettle: DifferenceTableProps['onSettle']
}

function DifferenceRow({ it, onSettle }: DifferenceRowProps) {
  const words = useText().consolidation
  return (
    <tr>
      <th scope="row">
        {it.rowLabel}
        <small>
          {it.columnLabel} · {it.measure}
        </small>
      </th>
      <td className="difference-area" data-label={words.area}>
        {it.area.name}
      </td>
      <td className="num" data-label={words.inTable}>
        <SourceValue source={it.chosen} decimals={it.decimals} />
      </td>
      <td className="num" data-label={words.othersSay}>
        {it.others.map((other) => (
          <SourceValue key={other.agency.code} source={other} decimals={it.decimals} />
        ))}
      </td>
      <td className="num" data-label={words.differsBy}>
        {it.others.map(({ agency, difference }) => (
          <span key={agency.code}>{difference === null ? '/' : shownNumber(difference, it.decimals)}</span>
        ))}
      </td>
      <td data-label={words.decision}>
        <div className="decision-line">
          <Decision it={it} />
          {onSettle ? (
            <Button isSmall onClick={() => onSettle(it)}>
              {it.settlement ? words.settleAgain : words.settle}
            </Button>
          ) : null}
        </div>
      </td>
    </tr>
  )
}

function SourceValue({ source, decimals }: { readonly source: Difference['chosen']; readonly decimals: number }) {
  const text = useText()
  const { value, agency, vintage } = source
  return (
    <span className="source-value">
      <b>{value.kind === 'number' ? shownNumber(value.value, decimals) : text.signs[signKey(value.kind)]}</b>
      <small>
        {agency.shortName}
        {vintage === null || vintage === 'estimate' ? '' : `, ${text.vintages[vintage].toLowerCase()}`}
      </small>
    </span>
  )
}

function signKey(kind: Exclude<Difference['chosen']['value']['kind'], 'number'>) {
  return kind === 'text' ? 'notComputable' : kind
}

function Decision({ it: { settlement } }: { readonly it: Difference }) {
  const words = useText().consolidation
  if (!settlement) {
    return (
      <Tag look="warn" icon="conflict">
        {words.unsettled}
      </Tag>
    )
  }
  const { agency, from, by, at, reason } = settlement
  return (
    <span>
      <Tag look="ok" icon="check">
        {from === null ? words.settled(agency) : words.settledForAll(agency, fullDay(from))}
      </Tag>
      <small>{words.settledBy(by?.name ?? '', shortMoment(at), reason)}</small>
    </span>
  )
}
