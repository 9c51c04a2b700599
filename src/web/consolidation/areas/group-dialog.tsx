import type { AreaChoice } from '#contract/area-groups.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { GroupList } from './group-list.tsx'
import { NewGroup } from './new-group.tsx'

interface GroupDialogProps {
  readonly areas: readonly AreaChoice[]
  onClose(): void
}

/** The groups there are, each to be renamed and removed, and a new one. */
export function GroupDialog({ areas, onClose }: GroupDialogProps) {
  const text = useText()
  return (
    <Dialog title={text.consolidation.groupsTitle} closeLabel={text.common.close} onClose={onClose}>
      <p className="ink2">{text.consolidation.groupsAdvice}</p>
      <GroupList areas={areas} />
      <NewGroup areas={areas} />
    </Dialog>
  )
}
