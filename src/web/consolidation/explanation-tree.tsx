import type { ExplanationNode } from '#contract/province.ts'
import { terseMoment } from '../platform/text/moments.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { FormulaLines } from './formula-lines.tsx'
import { OriginCell } from './origin-cell.tsx'
import { computedWords } from './value-words.ts'

/** The parts of a number, each with its own parts, down to the cells that people typed. */
export function ExplanationTree({ node }: { readonly node: ExplanationNode }) {
  if (node.parts.length === 0) return <Leaf node={node} />
  return (
    <ul className="explain-tree">
      {node.parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts stand in the order of the formula and have no other identity
        <li key={at}>
          <Part part={part} isOpen={node.parts.length <= 3} />
        </li>
      ))}
    </ul>
  )
}

function Part({ part, isOpen }: { readonly part: ExplanationNode; readonly isOpen: boolean }) {
  if (part.parts.length === 0 && part.cell === null) {
    return (
      <div className="explain-part">
        <PartLine part={part} />
      </div>
    )
  }
  return (
    <details open={isOpen}>
      <summary className="explain-part">
        <PartLine part={part} />
      </summary>
      {part.formula === null ? null : (
        <div className="explain-formula">
          <FormulaLines formula={part.formula} />
        </div>
      )}
      {part.parts.length > 0 ? <ExplanationTree node={part} /> : <Leaf node={part} />}
    </details>
  )
}

function PartLine({ part }: { readonly part: ExplanationNode }) {
  const text = useText()
  const { shown, reason } = computedWords(text, part.value, { decimals: part.decimals })
  const sign = part.sign === '' || shown.startsWith('−') ? '' : part.sign
  const level = part.level
  return (
    <>
      <span className="explain-label">{part.label}</span>
      <span className="num-inline explain-number" title={reason}>
        {sign === '−' ? '−' : ''}
        {shown}
      </span>
      <small className="mut">
        {part.agency}
        {level === null ? null : (
          <span className={level === 'sent' ? 'info' : 'ok'}>
            {part.agency === null ? '' : ' · '}
            <Icon name={level === 'sent' ? 'send' : 'check'} size={14} />{' '}
            {text.province.atLevel(text.levels[level].toLowerCase(), part.at === null ? '' : terseMoment(part.at))}
          </span>
        )}
        {part.cell === null && part.source !== '' ? <span> {part.source}</span> : null}
        {reason === undefined ? null : <span> {reason}</span>}
      </small>
    </>
  )
}

function Leaf({ node }: { readonly node: ExplanationNode }) {
  if (node.cell !== null) return <OriginCell cell={node.cell} />
  return node.source === '' ? null : <p className="ink2">{node.source}</p>
}
