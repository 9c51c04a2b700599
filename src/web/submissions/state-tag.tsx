import type { SubmissionSummary } from '#contract/submissions.ts'
import { useText } from '../platform/text/use-text.ts'
import type { IconName } from '../ui/icons.tsx'
import { Tag } from '../ui/tag.tsx'

type State = SubmissionSummary['state']

const looks: Readonly<Record<State, { readonly icon: IconName; readonly look: 'plain' | 'ok' | 'info' | 'line' }>> = {
  draft: { icon: 'pen', look: 'line' },
  submitted: { icon: 'eye', look: 'plain' },
  appraised: { icon: 'shield', look: 'plain' },
  approved: { icon: 'shield', look: 'plain' },
  sealed: { icon: 'document', look: 'plain' },
  sent: { icon: 'send', look: 'info' },
  accepted: { icon: 'check', look: 'ok' },
}

export function StateTag({ state }: { readonly state: State }) {
  const text = useText()
  return (
    <Tag icon={looks[state].icon} look={looks[state].look}>
      {text.states[state]}
    </Tag>
  )
}
