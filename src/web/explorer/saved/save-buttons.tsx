import { useState } from 'react'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useExplorer } from '../use-explorer.ts'
import { SaveDialog } from './save-dialog.tsx'
import { useOpenView, useViewChange, viewName } from './use-views.ts'

/** Keeps the table that is shown: into the view it was opened from, or as a new one. */
export function SaveButtons({ q }: { readonly q: string }) {
  const words = useText().explorer
  const { open } = useExplorer()
  const view = useOpenView()
  const change = useViewChange()
  const [isNaming, setIsNaming] = useState(false)
  const isChanged = view?.isMine === true && view.q !== q
  return (
    <>
      {isChanged ? (
        <Button
          onClick={() =>
            change.mutate({ verb: 'change', of: view, view: { name: view.name, sharing: view.sharing, q } })
          }
        >
          {words.saveChanges}
        </Button>
      ) : null}
      <Button icon="save" onClick={() => setIsNaming(true)}>
        {view ? words.saveAs : words.save}
      </Button>
      {change.error ? <ProblemNote error={change.error} /> : null}
      {isNaming ? (
        <SaveDialog
          q={q}
          of={undefined}
          onClose={() => setIsNaming(false)}
          onSaved={(saved) => open(q, viewName(saved))}
        />
      ) : null}
    </>
  )
}
