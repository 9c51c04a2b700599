import type { Explanation, ProvinceTable } from '#contract/province.ts'
import { exact, minus } from '#core/quantity/exact.ts'
import { changeWords } from '../platform/text/change-words.ts'
import { useText } from '../platform/text/use-text.ts'
import type { Text } from '../platform/text/vi.ts'
import { Icon } from '../ui/icons.tsx'
import { vi } from '../ui/number-text.tsx'
import { Tag } from '../ui/tag.tsx'
import { computedWords, wireWords } from './value-words.ts'

interface ExplainHeadProps {
  readonly table: ProvinceTable
  readonly explanation: Explanation
  readonly place: { readonly row: string; readonly column: string }
}

/** The number itself, what kind of number it is, and what speaks against it. */
export function ExplainHead({ table, explanation, place }: ExplainHeadProps) {
  const text = useText()
  const { node, acceptedOnly, otherSources } = explanation
  const { shown, reason } = computedWords(text, node.value, { decimals: node.decimals })
  return (
    <section>
      <p className="ink2">
        {explanation.rowLabel} · {explanation.columnLabel}, {explanation.periodName}
      </p>
      <div className="row">
        <span className="explain-value num-inline">{shown}</span>
        <span className="ink2 grow">{node.measure}</span>
        {node.level === 'sent' || node.level === 'draft' ? (
          <Tag look="warn">{text.levels[node.level]}</Tag>
        ) : node.level === null ? null : (
          <Tag look="ok">{text.levels[node.level]}</Tag>
        )}
        {node.vintage === null ? null : <Tag>{text.vintages[node.vintage]}</Tag>}
      </div>
      {reason === undefined ? null : <p className="ink2">{reason}</p>}
      <p className="ink2">{comparisons(table, text, place).join(' · ')}</p>
      {acceptedOnly === null ? null : (
        <p className="explain-note">
          <Icon name="pie" size={14} />
          <span>
            {text.province.acceptedOnly(
              computedWords(text, acceptedOnly.value, { decimals: node.decimals }).shown,
              acceptedOnly.counted,
              acceptedOnly.total,
            )}
          </span>
        </p>
      )}
      {otherSources.map((other) => {
        const value = wireWords(other.value, node.decimals)
        const isSame = other.difference === null || /^-?0(\.0+)?$/.test(other.difference)
        return (
          <p key={`${other.agency} ${other.vintage} ${value}`} className="explain-note">
            <span className={isSame ? 'ok' : 'warn'}>
              <Icon name={isSame ? 'check' : 'conflict'} size={14} />
            </span>
            <span>
              {isSame
                ? text.province.sameSource(other.agency, value)
                : text.province.differs(other.agency, value, vi(other.difference ?? '', node.decimals))}
            </span>
          </p>
        )
      })}
    </section>
  )
}

/** Growth and share of the plan, from the ratio columns of the same row. */
function comparisons(table: ProvinceTable, text: Text, place: ExplainHeadProps['place']): readonly string[] {
  const row = table.rows.find(({ key }) => key === place.row)
  const ratio = (key: string): string | undefined => {
    const value = row?.cells.find(({ column }) => column === key)?.value
    return value?.kind === 'number' ? value.value : undefined
  }
  if (place.column !== 'ytd') return []
  const [lastYear, plan] = [ratio('rYtd'), ratio('rPlan')]
  return [
    ...(lastYear === undefined
      ? []
      : [text.province.versusLastYear(changeWords(text, minus(exact(lastYear), exact('100'))))]),
    ...(plan === undefined ? [] : [text.province.ofPlan(vi(plan, 1))]),
  ]
}
