import { useId, useState } from 'react'
import type { ExplanationNode } from '#contract/explanation.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { partLabel } from './explanation-text.ts'
import { isWithoutFigure } from './is-without-figure.ts'
import { OriginNote } from './origin-note.tsx'
import { PartMeta } from './part-meta.tsx'
import { spokenValue } from './spoken-value.ts'

interface PartNodeProps {
  readonly node: ExplanationNode
  readonly isOpenAtFirst: boolean
}

/** One part of a number; opened, its own parts or the cell where it was typed. */
export function PartNode({ node, isOpenAtFirst }: PartNodeProps) {
  const text = useText()
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  const inside = useId()
  const hasMore = !isWithoutFigure(node)
  const value = spokenValue(text, node.value, node.decimals)
  const line = (
    <>
      <span className="part-label">
        {node.sign === '' ? '' : `${node.sign} `}
        {partLabel(text, node)}
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
