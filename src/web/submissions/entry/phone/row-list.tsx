import { cellName, cellRole, type FormRow } from '#core/form/layout.ts'
import { useText } from '../../../platform/text/use-text.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icons.tsx'
import type { FormModel } from '../../form/form-model.ts'

interface RowListProps {
  readonly model: FormModel
  readonly rows: readonly FormRow[]
  readonly present: string | undefined
  onChoose(key: string): void
  onClose(): void
}

/** All rows to fill, with those that still lack something marked. */
export function RowList({ model, rows, present, onChoose, onClose }: RowListProps) {
  const text = useText()
  const lacks = (row: FormRow): boolean =>
    model.columns.some(
      (column) =>
        column.role === 'entry' &&
        cellRole(row, column) === 'typed' &&
        !model.filled.has(cellName({ row: row.key, column: column.key })),
    )
  return (
    <Dialog title={text.entry.rowList} closeLabel={text.common.close} onClose={onClose}>
      <ul className="row-list">
        {rows.map((row) => (
          <li key={row.key}>
            <button
              type="button"
              aria-current={row.key === present}
              onClick={() => {
                onChoose(row.key)
                onClose()
              }}
            >
              <span className="mut">{row.ordinal}</span>
              <span className="grow">{row.label}</span>
              {lacks(row) ? (
                <Icon name="missing" size={14} label={text.signs.empty} />
              ) : (
                <Icon name="check" size={14} label={text.desk.complete} />
              )}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
