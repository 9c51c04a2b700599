import type { ExplanationNode } from '#contract/explanation.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { levelWords } from './explanation-text.ts'

const levelLooks: Readonly<Record<NonNullable<ExplanationNode['level']>, { icon: IconName; look: string }>> = {
  draft: { icon: 'pen', look: 'mut' },
  sent: { icon: 'send', look: 'info' },
  accepted: { icon: 'check', look: 'ok' },
  published: { icon: 'check', look: 'ok' },
}

/** Who says it, and whether it was accepted. */
export function PartMeta({ node }: { readonly node: ExplanationNode }) {
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
