import type { CheckRuleVersionView } from '#contract/check-rules.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Tag } from '../../ui/tag.tsx'

export function RuleStateTag({ rule }: { readonly rule: Pick<CheckRuleVersionView, 'state'> }) {
  const text = useText().checkRules.states
  switch (rule.state) {
    case 'on':
      return (
        <Tag look="ok" icon="check">
          {text.on}
        </Tag>
      )
    case 'draft':
      return (
        <Tag look="info" icon="pen">
          {text.draft}
        </Tag>
      )
    case 'off':
      return <Tag>{text.off}</Tag>
  }
}
