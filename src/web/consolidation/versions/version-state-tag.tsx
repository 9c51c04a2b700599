import type { VersionState } from '#contract/versions.ts'
import { useText } from '../../platform/text/use-text.ts'
import { StateTag } from '../../ui/steps/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'

/** Where a version stands; nothing for «tạm tính», which goes no way. */
export function VersionStateTag({ state }: { readonly state: VersionState | null }) {
  const { states } = useText().versionWay
  if (state === null) return null
  if (state === 'superseded')
    return (
      <Tag look="line" icon="revised">
        {states.superseded}
      </Tag>
    )
  return <StateTag state={state} words={states[state]} />
}
