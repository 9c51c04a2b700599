import './saved.css'
import { useState } from 'react'
import type { SavedView } from '#contract/explorer.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icons.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SaveDialog } from './save-dialog.tsx'
import { useViewChange, useViews } from './use-views.ts'
import { ViewRow } from './view-row.tsx'

/** «Bảng đã lưu»: one's own and those that others share. Deleting can be taken back at once. */
export function SavedMenu() {
  const text = useText()
  const words = text.explorer
  const views = useViews()
  const [isOpen, setIsOpen] = useState(false)
  const [renaming, setRenaming] = useState<SavedView | undefined>()
  const [gone, setGone] = useState<SavedView | undefined>()
  const change = useViewChange()
  const listOf = (isMine: boolean) => views.filter((view) => view.isMine === isMine)
  const remove = (of: SavedView): void => change.mutate({ verb: 'delete', of }, { onSuccess: () => setGone(of) })
  const restore = (of: SavedView): void =>
    change.mutate({ verb: 'restore', of }, { onSuccess: () => setGone(undefined) })
  const section = (name: string, list: readonly SavedView[]) =>
    list.length === 0 ? null : (
      <section>
        <h3>{name}</h3>
        <ul className="saved-list">
          {list.map((view) => (
            <ViewRow
              key={view.id}
              view={view}
              onOpen={() => setIsOpen(false)}
              onRename={() => setRenaming(view)}
              onRemove={() => remove(view)}
            />
          ))}
        </ul>
      </section>
    )
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {words.saved(views.length)} <Icon name="down" size={14} />
      </Button>
      {isOpen ? (
        <Dialog title={words.savedList} closeLabel={text.common.close} onClose={() => setIsOpen(false)}>
          <div className="saved">
            <p role="status" className="saved-gone">
              {gone ? (
                <>
                  {words.removed(gone.name)}{' '}
                  <button type="button" className="link" onClick={() => restore(gone)}>
                    {words.undo}
                  </button>
                </>
              ) : null}
            </p>
            {change.error ? <ProblemNote error={change.error} /> : null}
            {views.length === 0 ? <p className="ink2">{words.savedNone}</p> : null}
            {section(words.mine, listOf(true))}
            {section(words.shared, listOf(false))}
          </div>
        </Dialog>
      ) : null}
      {renaming ? <SaveDialog q={renaming.q} of={renaming} onClose={() => setRenaming(undefined)} /> : null}
    </>
  )
}
