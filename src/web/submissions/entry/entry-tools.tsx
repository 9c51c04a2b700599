import { type RefObject, useEffect, useState } from 'react'
import { absent, nothing } from '#core/quantity/cell-value.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import type { GridHandle, GridStatus } from '../../ui/grid/grid-model.ts'
import { displayOf } from '../form/cell-display.ts'
import { columnLabel, type FormModel } from '../form/form-model.ts'
import { FindBox } from './find-box.tsx'
import type { SelectedCell } from './selected-cell.ts'

interface EntryToolsProps {
  readonly model: FormModel
  readonly place: SelectedCell | undefined
  readonly grid: RefObject<GridHandle | null>
  readonly status: GridStatus
}

/** Where the person is, and what can be done to the selection. */
export function EntryTools({ model, place, grid, status }: EntryToolsProps) {
  const text = useText().entry
  const [isFinding, setIsFinding] = useState(false)
  useEffect(() => {
    const open = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return
      event.preventDefault()
      setIsFinding(true)
    }
    addEventListener('keydown', open)
    return () => removeEventListener('keydown', open)
  }, [])
  const { canEnter } = model.form
  return (
    <div className="tools no-print" role="toolbar" aria-label={text.tools}>
      <CellAddressLine model={model} place={place} />
      <span className="grow" />
      {canEnter ? <EditButtons grid={grid} status={status} /> : null}
      {isFinding ? (
        <FindBox
          model={model}
          onFound={(row) =>
            grid.current?.select({ row, column: place?.column ? model.columns.indexOf(place.column) : 0 })
          }
          onClose={() => {
            setIsFinding(false)
            grid.current?.focus()
          }}
        />
      ) : (
        <Button look="quiet" icon="search" aria-keyshortcuts="Control+F" onClick={() => setIsFinding(true)}>
          {text.find}
        </Button>
      )}
    </div>
  )
}

function CellAddressLine({ model, place }: Pick<EntryToolsProps, 'model' | 'place'>) {
  const text = useText()
  const { row, column } = place ?? {}
  if (!row || !column) return <span />
  const { shown } = displayOf(model, text, { row, column })
  return (
    <span className="address">
      <span className="address-row">{row.label}</span> <span>· {columnLabel(column)}</span>{' '}
      <small className="mut">
        · <span className="num-inline">{shown}</span> {row.measure}
      </small>
    </span>
  )
}

function EditButtons({ grid, status }: Pick<EntryToolsProps, 'grid' | 'status'>) {
  const text = useText().entry
  return (
    <>
      <Button look="quiet" icon="undo" disabled={!status.canUndo} onClick={() => grid.current?.undo()}>
        {text.undo}
      </Button>
      <Button
        look="quiet"
        icon="redo"
        aria-label={text.redo}
        title={text.redo}
        disabled={!status.canRedo}
        onClick={() => grid.current?.redo()}
      />
      <i className="sep" />
      <Button look="quiet" icon="fill" onClick={() => grid.current?.fillDown()}>
        {text.fillDown}
      </Button>
      <Button look="quiet" onClick={() => grid.current?.put(nothing)}>
        {text.nothing} –
      </Button>
      <Button look="quiet" onClick={() => grid.current?.put(absent)}>
        {text.absent} …
      </Button>
      <i className="sep" />
    </>
  )
}
