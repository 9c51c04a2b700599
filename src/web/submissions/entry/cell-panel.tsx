import { decimalsOf } from '#core/form/cell-decimals.ts'
import { cellName, cellRole, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Tag } from '../../ui/tag.tsx'
import { displayOf, valueDisplay } from '../form/cell-display.ts'
import { cellValue, columnLabel, type FormModel } from '../form/form-model.ts'
import { CellChecks } from './cell-checks.tsx'
import { CellCompare } from './cell-compare.tsx'
import { CellHistory } from './cell-history.tsx'
import { CellNote } from './cell-note.tsx'
import type { SelectedCell } from './selected-cell.ts'
import type { FormEdits } from './use-form-edits.ts'

interface CellPanelProps {
  readonly edits: FormEdits
  readonly place: SelectedCell | undefined
}

/** Everything about the selected cell: what it says, beside what, what was found, why, and who typed it. */
export function CellPanel({ edits, place }: CellPanelProps) {
  const text = useText()
  const { row, column } = place ?? {}
  return (
    <aside className="panel" aria-label={text.entry.panel}>
      <h2 className="sr">{text.entry.panel}</h2>
      {row && column && row.kind !== 'title' ? (
        <CellParts key={`${row.key}.${column.key}`} edits={edits} row={row} column={column} />
      ) : (
        <p className="mut panel-empty">{text.entry.noCell}</p>
      )}
    </aside>
  )
}

interface CellPartsProps {
  readonly edits: FormEdits
  readonly row: FormRow
  readonly column: FormColumn
}

function CellParts({ edits, row, column }: CellPartsProps) {
  const text = useText()
  const { model } = edits
  const { shown, reason } = displayOf(model, text, { row, column })
  const name = cellName({ row: row.key, column: column.key })
  const role = cellRole(row, column)
  const isTyped = role === 'typed' || role === 'base'
  const source = model.references.get(name)?.source
  return (
    <>
      <section>
        <small className="mut">
          {row.label} · {columnLabel(column)}
        </small>
        <div className="row">
          {shown === '' ? null : <span className="panel-value num-inline">{shown}</span>}
          <span className="ink2 grow">{shown === '' ? text.signs.empty : row.measure}</span>
          <RoleTag row={row} column={column} canEnter={model.form.canEnter} />
        </div>
        {reason === undefined || shown === '' ? null : <p className="xs mut">{reason}</p>}
        {role !== 'typed' && source !== undefined && !model.isSaid(name) ? (
          <p className="xs ink2">
            {text.entry.source}: {source}
          </p>
        ) : null}
        {role === 'base' ? <BaseWords model={model} row={row} column={column} /> : null}
        <CellCompare model={model} row={row} column={column} />
      </section>
      {isTyped ? (
        <>
          <CellChecks edits={edits} row={row} column={column} />
          {role === 'typed' || model.isSaid(name) ? <CellNote edits={edits} name={name} /> : null}
          <CellHistory model={model} row={row} column={column} />
        </>
      ) : model.findings.has(name) ? (
        <CellChecks edits={edits} row={row} column={column} />
      ) : null}
    </>
  )
}

/** What is known of a base that is stated otherwise, and what stating one means. */
function BaseWords({ model, row, column }: { readonly model: FormModel } & Omit<CellPartsProps, 'edits'>) {
  const text = useText()
  const name = cellName({ row: row.key, column: column.key })
  const known = model.references.get(name)
  const isStated = model.isSaid(name)
  return (
    <>
      {isStated && known !== undefined ? (
        <p className="xs ink2">
          {text.entry.baseKnown(
            valueDisplay(text, cellValue(known.value), decimalsOf(row, column)).shown,
            known.source,
          )}
        </p>
      ) : null}
      {model.form.canEnter ? <p className="xs mut">{text.entry.baseAdvice}</p> : null}
    </>
  )
}

function RoleTag({ row, column, canEnter }: Omit<CellPartsProps, 'edits'> & { readonly canEnter: boolean }) {
  const text = useText().entry
  switch (cellRole(row, column)) {
    case 'typed':
      return (
        <Tag look="line" icon={canEnter ? 'pen' : 'eye'}>
          {canEnter ? text.entering : text.viewOnly}
        </Tag>
      )
    case 'computed':
      return <Tag icon="fx">{text.computed}</Tag>
    case 'base':
      return <Tag icon={canEnter ? 'pen' : 'eye'}>{text.base}</Tag>
    case 'reference':
      return <Tag>{text.reference}</Tag>
    case 'none':
      return null
  }
}
