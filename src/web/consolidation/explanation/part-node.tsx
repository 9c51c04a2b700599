import { useId, useState } from 'react'
import type { ExplanationNode } from '#contract/province.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { levelWords } from '../explanation-text.ts'
import { spokenValue } from '../shown-value.ts'
import { OriginNote } from './origin-note.tsx'

interface PartNodeProps {
  readonly node: ExplanationNode
  readonly isOpenAtFirst: boolean
}

/** One part of a number; opened, its own parts or the cell where it was typed. */
export function PartNode({ node, isOpenAtFirst }: PartNodeProps) {
  const text = useText()
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  const inside = useId()
  const hasMore = node.parts.length > 0 || node.cell !== null || node.source !== ''
  const value = spokenValue(text, node.value, node.decimals)
  const line = (
    <>
      <span className="part-label">
        {node.sign === '' ? '' : `${node.sign} `}
        {node.label}
      </span>
      {node.value.kind === 'number' ? <b className="num-inline">{value}</b> : <span className="mut">{value}</span>}
    </>
  )
  return (
    <li className="part">
      {hasMore ? (
        <button
          type="button"
          className="part-line"
          aria-expanded={isOpen}
          aria-controls={inside}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'down' : 'right'} size={14} />
          {line}
        </button>
      ) : (
        <p className="part-line">
          <Icon name="missing" size={14} />
          {line}
        </p>
      )}
      <PartMeta node={node} />
      {isOpen && hasMore ? (
        <div id={inside} className="part-inside">
          {node.formula ? <p className="num-inline explain-formula mut">{node.formula.figures}</p> : null}
          {node.parts.length > 0 ? (
            <ul className="parts">
              {node.parts.map((part, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two parts may bear one name
                <PartNode key={at} node={part} isOpenAtFirst={false} />
              ))}
            </ul>
          ) : (
            <OriginNote node={node} />
          )}
        </div>
      ) : null}
    </li>
  )
}

const levelLooks: Readonly<Record<NonNullable<ExplanationNode['level']>, { icon: IconName; look: string }>> = {
  draft: { icon: 'pen', look: 'mut' },
  sent: { icon: 'send', look: 'info' },
  accepted: { icon: 'check', look: 'ok' },
  published: { icon: 'check', look: 'ok' },
}

/** Who says it, and whether it was accepted. */
function PartMeta({ node }: { readonly node: ExplanationNode }) {
  const text = useText()
  const level = levelWords(text, node)
  if (node.agency === null && level === '') return null
  return (
    <p className="part-meta">
      {node.agency === null ? null : <span>{node.agency}</span>}
      {node.level === null ? null : (
        <span className={levelLooks[node.level].look}>
          <Icon name={levelLooks[node.level].icon} size={14} /> {level}
        </span>
      )}
    </p>
  )
}
