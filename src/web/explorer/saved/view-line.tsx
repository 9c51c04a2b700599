import type { SavedView } from '#contract/explorer.ts'
import { fullDay, timeOf } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'

/** Whose view is open, who sees it, and when it was last edited. */
export function ViewLine({ view }: { readonly view: SavedView }) {
  const words = useText().explorer
  const { isMine, owner, sharing, editedAt } = view
  return (
    <p className="mut">
      {isMine ? words.myView : words.savedView(`${owner.name}, ${owner.agency}`)} ·{' '}
      {words.sharings[sharing].toLowerCase()} · {words.editedAt(`${timeOf(editedAt)} ${fullDay(editedAt)}`)}
    </p>
  )
}
