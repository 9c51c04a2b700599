import type { z } from 'zod'
import type { state } from '#contract/common.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { IconName } from '../icons.tsx'
import { Tag } from '../tag.tsx'

type State = z.infer<typeof state>

const looks: Readonly<Record<State, { readonly icon: IconName; readonly look: 'plain' | 'ok' | 'info' | 'line' }>> = {
  draft: { icon: 'pen', look: 'line' },
  submitted: { icon: 'eye', look: 'plain' },
  appraised: { icon: 'shield', look: 'plain' },
  approved: { icon: 'shield', look: 'plain' },
  sealed: { icon: 'document', look: 'plain' },
  sent: { icon: 'send', look: 'info' },
  accepted: { icon: 'check', look: 'ok' },
}

interface StateTagProps {
  readonly state: State
  /** Where the state has another name than a report's. */
  readonly words?: string
}

export function StateTag({ state, words }: StateTagProps) {
  const text = useText()
  return (
    <Tag icon={looks[state].icon} look={looks[state].look}>
      {words ?? text.states[state]}
    </Tag>
  )
}
