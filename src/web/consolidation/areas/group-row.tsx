import { useState } from 'react'
import type { AreaGroup } from '#contract/area-groups.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { GroupNaming } from './group-naming.tsx'

interface GroupRowProps {
  readonly group: AreaGroup
  /** Their names. */
  readonly areas: string
  readonly isRemoving: boolean
  onRemove(): void
}

/** A group with what can be done to it; removing asks once more, for links to its table end with it. */
export function GroupRow({ group, areas, isRemoving, onRemove }: GroupRowProps) {
  const words = useText().consolidation
  const [asked, setAsked] = useState<'remove' | 'rename' | 'renamed' | null>(null)
  return (
    <li>
      {asked === 'rename' ? (
        <GroupNaming group={group} onClose={() => setAsked('renamed')} />
      ) : (
        <span>
          <b>{group.name}</b>
          <small>{areas}</small>
        </span>
      )}
      {asked === 'remove' ? (
        <span className="group-acts">
          <span className="warn">{words.removalAdvice}</span>
          <Button isSmall look="danger" disabled={isRemoving} onClick={onRemove}>
            {words.removeGroup(group.name)}
          </Button>
          <Button isSmall onClick={() => setAsked(null)}>
            {words.keepGroup}
          </Button>
        </span>
      ) : null}
      {asked === null || asked === 'renamed' ? (
        <span className="group-acts">
          <Button
            isSmall
            // The keyboard goes on where it was before the name was typed.
            autoFocus={asked === 'renamed'}
            aria-label={words.renameGroup(group.name)}
            onClick={() => setAsked('rename')}
          >
            {words.rename}
          </Button>
          <Button isSmall aria-label={words.removeGroup(group.name)} onClick={() => setAsked('remove')}>
            {words.remove}
          </Button>
        </span>
      ) : null}
    </li>
  )
}
