import { cellName, cellRole, type FormRow } from '#core/form/layout.ts'
import { useText } from '../../../platform/text/use-text.ts'
import { CellChecks } from '../cell-checks.tsx'
import { CellCompare } from '../cell-compare.tsx'
import { CellNote } from '../cell-note.tsx'
import { ConflictChoice } from '../conflict-choice.tsx'
import type { FormEdits } from '../use-form-edits.ts'
import { PhoneCell } from './phone-cell.tsx'
import type { UnreadTexts } from './use-unread-texts.ts'

interface PhoneRowProps {
  readonly edits: FormEdits
  readonly row: FormRow
  readonly unread: UnreadTexts
}

/** The cells of one row to fill, each with what it is read beside. */
export function PhoneRow({ edits, row, unread }: PhoneRowProps) {
  const text = useText()
  const { model } = edits
  const at = model.rows.indexOf(row)
  const group = model.rows.slice(0, at).findLast((other) => other.kind === 'title')
  const typed = model.columns.filter((column) => cellRole(row, column) === 'typed')
  const order = [...typed].sort((a, b) => Number(b.role === 'entry') - Number(a.role === 'entry'))
  return (
    <>
      <p className="crumb">{text.entry.rowPlace(group?.label ?? '', row.ordinal)}</p>
      <h1>{row.label}</h1>
      {order.map((column) => {
        const name = cellName({ row: row.key, column: column.key })
        const isWrong = model.findings.has(name) || edits.state.queue.some((edit) => edit.cell === name && edit.halted)
        return (
          <div key={column.key} className="phone-cell">
            <PhoneCell edits={edits} row={row} column={column} unread={unread} />
            <ConflictChoice edits={edits} row={row} column={column} />
            <CellCompare model={model} row={row} column={column} />
            {isWrong ? <CellChecks edits={edits} row={row} column={column} /> : null}
            {isWrong || model.cells.get(name)?.note ? <CellNote edits={edits} name={name} /> : null}
          </div>
        )
      })}
    </>
  )
}
