import { Link } from '@tanstack/react-router'
import type { SavedView } from '#contract/explorer.ts'
import { fullDay } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { viewName } from './use-views.ts'

interface ViewRowProps {
  readonly view: SavedView
  onOpen(): void
  onRename(): void
  onRemove(): void
}

/** One saved view, to be opened; one's own can be renamed, shared and deleted. */
export function ViewRow({ view, onOpen, onRename, onRemove }: ViewRowProps) {
  const words = useText().explorer
  const { name, q, isMine, owner, sharing, editedAt } = view
  return (
    <li>
      <span className="grow">
        <Link to="/explore" search={{ q, view: viewName(view) }} onClick={onOpen}>
          {name}
        </Link>
        <small className="mut">
          {isMine ? words.sharings[sharing] : words.sharedBy(owner.name, owner.agency)} ·{' '}
          {words.editedAt(fullDay(editedAt))}
        </small>
      </span>
      {isMine ? (
        <>
          <Button look="quiet" isSmall icon="pen" aria-label={`${words.rename}: ${name}`} onClick={onRename} />
          <Button look="quiet" isSmall icon="close" aria-label={`${words.remove}: ${name}`} onClick={onRemove} />
        </>
      ) : null}
    </li>
  )
}
