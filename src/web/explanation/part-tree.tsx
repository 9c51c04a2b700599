import type { FigureExplanation } from '#contract/explanation.ts'
import { useText } from '../platform/text/use-text.ts'
import { isWithoutFigure } from './is-without-figure.ts'
import { OriginNote } from './origin-note.tsx'
import { PartMeta } from './part-meta.tsx'
import { PartNode } from './part-node.tsx'

/** What the number is made of, down to the cells where it was typed; a number typed as it stands has its origin only. */
export function PartTree({ explanation: { node, history } }: PartTreeProps) {
  const { explanation: words, province } = useText()
  const text = province.explain
  if (isWithoutFigure(node)) {
    const isGone = history.some(({ withdrawn }) => withdrawn !== null)
    return (
      <section className="explain-part">
        <p className="ink2">{isGone ? words.notAgain : text.notYet}</p>
      </section>
    )
  }
  if (node.parts.length === 0) {
    return (
      <section className="explain-part">
        <h3>{text.origin}</h3>
        <PartMeta node={node} />
        <OriginNote node={node} />
      </section>
    )
  }
  return (
    <section className="explain-part">
      <h3>{text.parts}</h3>
      <ul className="parts">
        {node.parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts may bear one name, and their order is the formula's
          <PartNode key={at} node={part} isOpenAtFirst={at === 0} />
        ))}
      </ul>
    </section>
  )
}

interface PartTreeProps {
  readonly explanation: Pick<FigureExplanation, 'node' | 'history'>
}
